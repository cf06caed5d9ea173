package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Renamed;
import dev.arabica.dsl.ast.Selection;
import dev.arabica.dsl.ast.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which features of a group, or columns of a snapshot or request, are taken. */
final class Selections {
  private final Damage damage;
  private final Findings findings;

  Selections(Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
  }

  /**
   * One feature that is taken.
   *
   * @param shown what it is called where it goes
   * @param type absent after an error
   */
  record Picked(String feature, String shown, Optional<Type> type, Span span) {}

  /**
   * @param complete whether all that is written was found
   */
  record Picks(List<Picked> all, boolean complete) {}

  /** What a target takes; all of it if it does not say. */
  Picks of(Target target, Readable readable) {
    Selection selection = target.selection().orElseGet(() -> new Selection.All(target.span()));
    if (selection instanceof Selection.One one) {
      return named(List.of(new Renamed(one.feature(), Optional.empty())), target, readable);
    }
    if (selection instanceof Selection.Several several) {
      return named(several.features(), target, readable);
    }
    List<Picked> all = new ArrayList<>();
    readable
        .columns()
        .forEach((column, type) -> all.add(new Picked(column, column, type, selection.span())));
    return new Picks(all, !damage.isIn(readable.declaration()));
  }

  private Picks named(List<Renamed> features, Target target, Readable readable) {
    List<Picked> picked = new ArrayList<>();
    for (Renamed feature : features) {
      Name name = feature.name();
      if (exists(name, target, readable)) {
        Optional<Type> type = readable.columns().get(name.text());
        Name shown = feature.shown();
        picked.add(new Picked(name.text(), shown.text(), type, shown.span()));
      }
    }
    return new Picks(picked, picked.size() == features.size());
  }

  private boolean exists(Name feature, Target target, Readable readable) {
    String name = feature.text();
    if (readable.columns().containsKey(name)) {
      return true;
    }
    if (!damage.mayHide(lineOf(name), readable.declaration())) {
      findings.error(
          CompilerCodes.UNKNOWN_NAME,
          feature.span(),
          "`%s` has no %s `%s`".formatted(target.name().text(), readable.columnNoun(), name),
          () ->
              Suggestions.hint(name, readable.columns().keySet())
                  .or(() -> Optional.of("it has " + Findings.listing(readable.columns().keySet())))
                  .filter(hint -> !readable.columns().isEmpty()));
    }
    return false;
  }

  /** What a feature is called where it is declared: without its window. */
  static String lineOf(String feature) {
    int window = feature.lastIndexOf("_last_");
    return window < 0 ? feature : feature.substring(0, window);
  }
}
