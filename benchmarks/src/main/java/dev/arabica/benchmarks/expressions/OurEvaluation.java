package dev.arabica.benchmarks.expressions;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import java.util.function.BiFunction;

/** Ours: what the plan of a spec says, made executable in one way or another. */
final class OurEvaluation extends Evaluation {
  private static final String SPEC =
      """
      package measured

      source views {
        kafka  "views" { format json }
        fields {
          id         string
          item       string
          surface    string?
          muted      bool?
          view_ms    int64?
          length_ms  int64?
          at         timestamp
        }
        time       at
        watermark  5s behind
        dedup      id within 1h
      }

      view watched from views {
        where  surface in ["feed", "search", "profile"] and not muted and view_ms >= 1_000
        let    seconds = view_ms / 1_000.0
        let    share   = clamp(safe_div(view_ms, length_ms), 0.0, 1.0)
      }

      features watching from watched by item {
        seconds = sum(seconds) over 1d
        share   = avg(share) over 1d
      }
      """;

  private final Evaluator where;
  private final Evaluator seconds;
  private final Evaluator share;

  /**
   * @param binder makes an expression executable over rows of a type
   */
  OurEvaluation(Row[] rows, BiFunction<Expr, RowType, Evaluator> binder) {
    super(rows);
    GroupPlan group = group();
    List<GroupPlan.Aggregate> aggregates = group.packs().get(0).aggregates();
    where = binder.apply(group.where().orElseThrow(), Rows.TYPE);
    seconds = binder.apply(input(aggregates, "sum"), Rows.TYPE);
    share = binder.apply(input(aggregates, "avg"), Rows.TYPE);
  }

  private static GroupPlan group() {
    Compilation compilation = SpecCompiler.compile(List.of(SourceFile.of("measured.feat", SPEC)));
    return compilation
        .plan()
        .orElseThrow(() -> new IllegalStateException(compilation.diagnostics().toString()))
        .groups()
        .get(0);
  }

  private static Expr input(List<GroupPlan.Aggregate> aggregates, String function) {
    return aggregates.stream()
        .filter(aggregate -> aggregate.function().equals(function))
        .findFirst()
        .flatMap(GroupPlan.Aggregate::input)
        .orElseThrow();
  }

  @Override
  boolean passes(Row row) {
    return where.isTrue(row);
  }

  @Override
  double seconds(Row row) {
    return seconds.evaluate(row) ? seconds.doubleResult() : NULL;
  }

  @Override
  double share(Row row) {
    return share.evaluate(row) ? share.doubleResult() : NULL;
  }
}
