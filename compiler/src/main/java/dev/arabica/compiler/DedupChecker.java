package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.dsl.ast.DedupDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks a dedup, of a source or of a view. */
final class DedupChecker {
  private final ExprChecker exprs;
  private final Findings findings;

  DedupChecker(ExprChecker exprs, Findings findings) {
    this.exprs = exprs;
    this.findings = findings;
  }

  /** The dedup as far as its key is right; absent if its length is not. */
  Optional<SourcePlan.Dedup> check(DedupDecl decl) {
    List<Expr> key = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Name column : decl.columns()) {
      if (!seen.add(column.text())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            column.span(),
            "`" + column.text() + "` stands twice in the dedup key");
      }
      exprs.checkKey(column, "a dedup key").ifPresent(key::add);
    }
    DurationExpr within = decl.within();
    if (dividesHourOrDay(within.micros())) {
      return Optional.of(new SourcePlan.Dedup(key, within.micros()));
    }
    findings.error(
        CompilerCodes.BAD_DURATION,
        within.span(),
        "`within "
            + within.text()
            + "` neither divides an hour nor is a number of hours that divides a day",
        "use 5m, 10m, 15m, 30m, 1h, 2h, 6h or 1d, for example");
    return Optional.empty();
  }

  private static boolean dividesHourOrDay(long within) {
    return within > 0
        && (Instants.MICROS_PER_HOUR % within == 0
            || within % Instants.MICROS_PER_HOUR == 0 && Instants.MICROS_PER_DAY % within == 0);
  }
}
