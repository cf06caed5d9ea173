package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Renamed;
import dev.arabica.dsl.ast.Selection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The columns of a feature set: the request's, and one for each feature selected. */
final class SetColumns {
  /** What the rows of a training set bring along. */
  private static final Set<String> OF_REQUESTS =
      Set.of("event_ts", "feature_watermark", "read_revision");

  private final Damage damage;
  private final Findings findings;
  private final Set<String> taken = new HashSet<>();

  SetColumns(FeatureSetDecl decl, Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
    for (Name key : decl.keys()) {
      taken.add(key.text().toLowerCase(Locale.ROOT));
      checkNotOfRequests(key);
    }
  }

  /** The columns that a member gives. */
  List<FeatureSetPlan.Output> of(MemberDecl member, GroupShape group) {
    checkNotOfRequests(member.alias());
    List<FeatureSetPlan.Output> outputs = new ArrayList<>();
    String alias = member.alias().text();
    Selection selection = member.target().selection().orElse(null);
    if (selection instanceof Selection.One one) {
      select(group, one.feature(), alias, member.alias().span()).ifPresent(outputs::add);
    } else if (selection instanceof Selection.Several several) {
      for (Renamed feature : several.features()) {
        String column = alias + "." + feature.shown().text();
        select(group, feature.name(), column, feature.name().span()).ifPresent(outputs::add);
      }
    } else {
      for (String feature : group.features().keySet()) {
        outputs.add(output(alias + "." + feature, feature, member.alias().span()));
      }
    }
    return outputs;
  }

  private Optional<FeatureSetPlan.Output> select(
      GroupShape group, Name feature, String column, Span span) {
    return exists(group, feature)
        ? Optional.of(output(column, feature.text(), span))
        : Optional.empty();
  }

  private FeatureSetPlan.Output output(String column, String feature, Span span) {
    if (!taken.add(column.toLowerCase(Locale.ROOT))) {
      findings.error(
          CompilerCodes.DECLARED_TWICE, span, "the set has two columns `" + column + "`");
    }
    return new FeatureSetPlan.Output(column, feature);
  }

  private boolean exists(GroupShape group, Name feature) {
    String name = feature.text();
    if (group.features().containsKey(name)) {
      return true;
    }
    int suffix = name.lastIndexOf("_last_");
    String label = suffix < 0 ? name : name.substring(0, suffix);
    if (!damage.mayHide(label, group.decl().span())) {
      findings.error(
          CompilerCodes.UNKNOWN_NAME,
          feature.span(),
          "`" + group.decl().name().text() + "` has no feature `" + name + "`",
          () ->
              Suggestions.hint(name, group.features().keySet())
                  .or(() -> Optional.of("it has " + Findings.listing(group.features().keySet())))
                  .filter(hint -> !group.features().isEmpty()));
    }
    return false;
  }

  private void checkNotOfRequests(Name name) {
    if (OF_REQUESTS.contains(name.text())) {
      findings.error(
          CompilerCodes.BAD_NAME,
          name.span(),
          "`" + name.text() + "` is a column that every request has",
          "give it another name");
    }
  }
}
