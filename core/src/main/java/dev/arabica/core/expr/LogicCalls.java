package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import java.util.function.IntPredicate;

/** Comparisons, connectives, and what is done about nulls. */
final class LogicCalls {
  private LogicCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case EQUAL -> compare(args[0], args[1], order -> order == 0);
      case NOT_EQUAL -> compare(args[0], args[1], order -> order != 0);
      case LESS -> compare(args[0], args[1], order -> order < 0);
      case LESS_EQUAL -> compare(args[0], args[1], order -> order <= 0);
      case GREATER -> compare(args[0], args[1], order -> order > 0);
      case GREATER_EQUAL -> compare(args[0], args[1], order -> order >= 0);
      case IN -> in(args);
      case AND -> new LogicEvaluators.LogicEvaluator(args, false);
      case OR -> new LogicEvaluators.LogicEvaluator(args, true);
      case NOT -> new StrictEvaluator(type, args, (a, out) -> out.putBool(a[0].longResult == 0));
      case IS_NULL -> new LogicEvaluators.IsNullEvaluator(args[0]);
      case COALESCE -> new LogicEvaluators.CoalesceEvaluator(type, args);
      case IF -> new LogicEvaluators.IfEvaluator(type, args);
      case NULL_IF ->
          new LogicEvaluators.NullIfEvaluator(
              args[0], compare(args[0], args[1], order -> order == 0));
      case LEAST -> extreme(type, args, -1);
      case GREATEST -> extreme(type, args, 1);
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  static LogicEvaluators.CompareEvaluator compare(Evaluator a, Evaluator b, IntPredicate test) {
    Type common = CommonType.of(a.type(), b.type());
    return new LogicEvaluators.CompareEvaluator(
        common, Widening.comparable(a, common), Widening.comparable(b, common), test);
  }

  private static Evaluator in(Evaluator[] args) {
    if (args[1].type() instanceof Type.ListType list) {
      return CollectionCalls.contains(args, list);
    }
    Evaluator[] tests = new Evaluator[args.length - 1];
    for (int i = 1; i < args.length; i++) {
      tests[i - 1] = compare(args[0], args[i], order -> order == 0);
    }
    return new LogicEvaluators.LogicEvaluator(tests, true);
  }

  /** The one that is furthest in a direction; NaN is furthest both ways. */
  private static Evaluator extreme(Type type, Evaluator[] args, int direction) {
    return new StrictEvaluator(
        type,
        Widening.widenAll(args, type),
        (a, out) -> {
          Evaluator best = a[0];
          for (Evaluator next : a) {
            if (isNan(next)) {
              return false;
            }
            if (LogicEvaluators.order(type, next, best) * direction > 0) {
              best = next;
            }
          }
          out.copy(best);
          return true;
        });
  }

  private static boolean isNan(Evaluator value) {
    return value.type().isFloat() && Double.isNaN(value.doubleResult);
  }
}
