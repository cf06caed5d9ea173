package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FeatureSetDecl;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A feature set as far as it could be checked.
 *
 * @param plan without its labels
 * @param features the columns of members and derives and the keys, which a model can read
 * @param columns the type of each column, labels too; absent after an error
 */
record CheckedSet(
    FeatureSetDecl decl,
    FeatureSetPlan plan,
    List<CheckedModel.Label> labels,
    Scope features,
    Map<String, Optional<Type>> columns) {
  /** The qualified names of the requests that it reads. */
  List<String> requests() {
    return plan.members().stream()
        .filter(member -> member.kind() == FeatureSetPlan.Kind.REQUEST)
        .map(FeatureSetPlan.Member::group)
        .distinct()
        .toList();
  }
}
