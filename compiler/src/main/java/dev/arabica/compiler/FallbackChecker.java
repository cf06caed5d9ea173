package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Selection;
import dev.arabica.dsl.ast.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks what a member falls back to: as many values, of the same types, read from elsewhere. */
final class FallbackChecker {
  private final String packageName;
  private final Readables readables;
  private final Selections selections;
  private final KeyBinder keys;
  private final Findings findings;

  FallbackChecker(
      String packageName,
      Readables readables,
      Selections selections,
      KeyBinder keys,
      Findings findings) {
    this.packageName = packageName;
    this.readables = readables;
    this.selections = selections;
    this.keys = keys;
    this.findings = findings;
  }

  /**
   * @param first what the member reads
   * @param firstKeys by which keys, absent after an error
   * @param picks what it takes of it
   * @return absent after an error
   */
  Optional<FeatureSetPlan.Fallback> check(
      Target target, Readable first, Optional<List<String>> firstKeys, Selections.Picks picks) {
    if (first.kind() == FeatureSetPlan.Kind.REQUEST) {
      findings.error(
          CompilerCodes.BAD_FALLBACK,
          target.span(),
          "a request falls back to nothing: it brings its values or their defaults",
          "give the column a default, or use `??` in a derive");
      return Optional.empty();
    }
    Optional<Readable> from = readables.findKeyed(packageName, target.name());
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<String>> bound = keys.bind(target, from.get());
    Optional<List<String>> features = features(target, from.get(), picks);
    if (bound.isEmpty() || features.isEmpty()) {
      return Optional.empty();
    }
    if (from.get().equals(first)
        && bound.equals(firstKeys)
        && names(picks).equals(features.get())) {
      findings.error(
          CompilerCodes.BAD_FALLBACK,
          target.span(),
          "a member cannot fall back to what it reads itself",
          "fall back to a coarser key, or leave the fallback out");
      return Optional.empty();
    }
    return Optional.of(
        new FeatureSetPlan.Fallback(
            from.get().kind(), from.get().name(), bound.get(), features.get()));
  }

  private Optional<List<String>> features(Target target, Readable from, Selections.Picks picks) {
    if (target.selection().isEmpty()) {
      return byName(target, from, picks);
    }
    Selection selection = target.selection().get();
    Selections.Picks own = selections.of(target, from);
    if (!own.complete() || !picks.complete() || isRenamed(selection)) {
      return Optional.empty();
    }
    if (own.all().size() != picks.all().size()) {
      findings.error(
          CompilerCodes.BAD_FALLBACK,
          selection.span(),
          "the member takes " + picks.all().size() + ", and falls back to " + own.all().size(),
          "a fallback has one for each, in the same order");
      return Optional.empty();
    }
    boolean fits = true;
    for (int i = 0; i < own.all().size(); i++) {
      fits &= typeFits(own.all().get(i), picks.all().get(i), own.all().get(i).span());
    }
    return fits ? Optional.of(names(own)) : Optional.empty();
  }

  private boolean isRenamed(Selection selection) {
    List<Name> names = new ArrayList<>();
    if (selection instanceof Selection.Several several) {
      several.features().forEach(feature -> feature.as().ifPresent(names::add));
    }
    for (Name name : names) {
      findings.error(
          CompilerCodes.BAD_FALLBACK,
          name.span(),
          "a fallback has no names of its own",
          "leave the `as` out: the columns are those of the member");
    }
    return !names.isEmpty();
  }

  private Optional<List<String>> byName(Target target, Readable from, Selections.Picks picks) {
    List<String> missing = new ArrayList<>(names(picks));
    missing.removeAll(from.columns().keySet());
    if (!missing.isEmpty()) {
      findings.error(
          CompilerCodes.BAD_FALLBACK,
          target.span(),
          "`%s` has no %s %s to fall back to"
              .formatted(target.name().text(), from.columnNoun(), Findings.listing(missing)),
          "say what to take instead, in the member's order, as in `%s(...).{ ... }`"
              .formatted(target.name().text()));
      return Optional.empty();
    }
    boolean fits = picks.complete();
    for (Selections.Picked picked : picks.all()) {
      Optional<Type> type = from.columns().get(picked.feature());
      fits &=
          typeFits(
              new Selections.Picked(picked.feature(), picked.feature(), type, target.span()),
              picked,
              target.span());
    }
    return fits ? Optional.of(names(picks)) : Optional.empty();
  }

  private boolean typeFits(Selections.Picked own, Selections.Picked first, Span span) {
    boolean fits =
        own.type().isEmpty() || first.type().isEmpty() || own.type().equals(first.type());
    if (!fits) {
      findings.error(
          CompilerCodes.BAD_FALLBACK,
          span,
          "`%s` is of type %s, and falls back to `%s` of type %s"
              .formatted(first.feature(), first.type().get(), own.feature(), own.type().get()));
    }
    return fits;
  }

  private static List<String> names(Selections.Picks picks) {
    return picks.all().stream().map(Selections.Picked::feature).toList();
  }
}
