package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.function.IntPredicate;

/** Comparisons, SQL's null logic, and choices. */
final class LogicEvaluators {
  private LogicEvaluators() {}

  /** The order of what two expressions last gave, read as a common type. */
  static int order(Type common, Evaluator a, Evaluator b) {
    return switch (common.storage()) {
      case LONG -> Long.compare(a.longResult, b.longResult);
      // Adding zero makes -0.0 equal 0.0.
      case DOUBLE -> Double.compare(a.doubleResult + 0.0, b.doubleResult + 0.0);
      case REF -> Values.compare(common, a.refResult, b.refResult);
    };
  }

  static final class CompareEvaluator extends Evaluator {
    private final Type common;
    private final Evaluator a;
    private final Evaluator b;
    private final IntPredicate test;

    CompareEvaluator(Type common, Evaluator a, Evaluator b, IntPredicate test) {
      super(Type.BOOL);
      this.common = common;
      this.a = a;
      this.b = b;
      this.test = test;
    }

    @Override
    public boolean evaluate(Row row) {
      if (!a.evaluate(row) || !b.evaluate(row)) {
        return false;
      }
      int order = order(common, a, b);
      longResult = test.test(order) ? 1 : 0;
      return true;
    }
  }

  /**
   * {@code and}, {@code or} and {@code in}: one deciding value suffices, else a null makes the
   * result null.
   */
  static final class LogicEvaluator extends Evaluator {
    private final Evaluator[] args;
    private final boolean deciding;

    LogicEvaluator(Evaluator[] args, boolean deciding) {
      super(Type.BOOL);
      this.args = args;
      this.deciding = deciding;
    }

    @Override
    public boolean evaluate(Row row) {
      boolean sawNull = false;
      for (Evaluator arg : args) {
        if (!arg.evaluate(row)) {
          sawNull = true;
        } else if (arg.longResult != 0 == deciding) {
          longResult = deciding ? 1 : 0;
          return true;
        }
      }
      longResult = deciding ? 0 : 1;
      return !sawNull;
    }
  }

  static final class IsNullEvaluator extends Evaluator {
    private final Evaluator arg;

    IsNullEvaluator(Evaluator arg) {
      super(Type.BOOL);
      this.arg = arg;
    }

    @Override
    public boolean evaluate(Row row) {
      longResult = arg.evaluate(row) ? 0 : 1;
      return true;
    }
  }

  static final class CoalesceEvaluator extends Evaluator {
    private final Evaluator[] args;

    CoalesceEvaluator(Type type, Evaluator[] args) {
      super(type);
      this.args = Widening.widenAll(args, type);
    }

    @Override
    public boolean evaluate(Row row) {
      for (Evaluator arg : args) {
        if (arg.evaluate(row)) {
          copy(arg);
          return true;
        }
      }
      return false;
    }
  }

  static final class NullIfEvaluator extends Evaluator {
    private final Evaluator value;
    private final Evaluator isNulled;

    NullIfEvaluator(Evaluator value, Evaluator isNulled) {
      super(value.type());
      this.value = value;
      this.isNulled = isNulled;
    }

    @Override
    public boolean evaluate(Row row) {
      if (isNulled.isTrue(row) || !value.evaluate(row)) {
        return false;
      }
      copy(value);
      return true;
    }
  }

  static final class IfEvaluator extends Evaluator {
    private final Evaluator condition;
    private final Evaluator then;
    private final Evaluator otherwise;

    IfEvaluator(Type type, Evaluator[] args) {
      super(type);
      condition = args[0];
      then = Widening.widen(args[1], type);
      otherwise = Widening.widen(args[2], type);
    }

    @Override
    public boolean evaluate(Row row) {
      Evaluator chosen = condition.isTrue(row) ? then : otherwise;
      boolean present = chosen.evaluate(row);
      copy(chosen);
      return present;
    }
  }
}
