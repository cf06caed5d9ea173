package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks a feature group over the stream it is made from. */
final class GroupChecker {
  private final EventStream stream;
  private final Inlining inlining;
  private final Damage damage;
  private final Findings findings;
  private final ExprChecker exprs;

  GroupChecker(EventStream stream, Inlining inlining, Damage damage, Findings findings) {
    this.stream = stream;
    this.inlining = inlining;
    this.damage = damage;
    this.findings = findings;
    this.exprs = new ExprChecker(stream.columns(), inlining, findings);
  }

  GroupShape check(String name, FeaturesDecl decl) {
    Map<String, Optional<Expr>> keys = keys(decl);
    Optional<Expr> where = decl.where().flatMap(exprs::checkCondition);
    ServingChecker serving = new ServingChecker(decl, findings);
    FeatureChecker features = new FeatureChecker(serving, exprs, findings);
    decl.features().forEach(features::check);
    if (decl.features().isEmpty() && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "group `" + decl.name().text() + "` has no feature",
          "write one, as in `events = count() over 1h`");
    }
    Scope finished = Scope.ofFeatures(decl.span(), damage);
    features.types().forEach(finished::addValue);
    List<Derived> derived =
        new DeriveChecker(finished, inlining, findings).check("the group", decl.derives());
    Map<String, Optional<Type>> keyTypes = new LinkedHashMap<>();
    keys.forEach((key, expr) -> keyTypes.put(key, expr.map(Expr::type)));
    return new GroupShape(
        name,
        decl,
        keyTypes,
        finished.types(),
        stream
            .from()
            .map(
                from ->
                    new CheckedModel.Group(
                        name,
                        from,
                        planned(keys),
                        EventStream.both(stream.where(), where),
                        features.checked(),
                        serving.head(),
                        serving.serving(),
                        derived)));
  }

  private Map<String, Optional<Expr>> keys(FeaturesDecl decl) {
    Map<String, Optional<Expr>> keys = new LinkedHashMap<>();
    for (Name key : decl.keys()) {
      if (keys.containsKey(key.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE, key.span(), "key `" + key.text() + "` stands twice");
      } else {
        keys.put(key.text(), exprs.checkKey(key, "a key"));
      }
    }
    return keys;
  }

  private static List<GroupPlan.Key> planned(Map<String, Optional<Expr>> keys) {
    List<GroupPlan.Key> planned = new ArrayList<>();
    keys.forEach((key, expr) -> expr.ifPresent(e -> planned.add(new GroupPlan.Key(key, e))));
    return planned;
  }
}
