package dev.arabica.compiler;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.dsl.ast.RequestDecl;
import java.util.List;
import java.util.Map;

/** Checks requests: what a caller brings beside the keys. */
final class RequestChecker {
  private final Damage damage;
  private final Findings findings;

  RequestChecker(Damage damage, Findings findings) {
    this.damage = damage;
    this.findings = findings;
  }

  /**
   * A request as far as it could be checked.
   *
   * @param plan to be used only if there is no error
   */
  record Checked(RequestPlan plan, Readable readable) {}

  Checked check(String name, RequestDecl decl) {
    ColumnChecker columns = new ColumnChecker(damage, findings);
    List<ColumnPlan> plans = columns.check(decl.columns());
    if (decl.columns().isEmpty() && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.name().span(),
          "request `" + decl.name().text() + "` has no column",
          "list what the caller brings, each with its type");
    }
    return new Checked(
        new RequestPlan(name, plans),
        new Readable(FeatureSetPlan.Kind.REQUEST, name, decl.span(), Map.of(), columns.columns()));
  }
}
