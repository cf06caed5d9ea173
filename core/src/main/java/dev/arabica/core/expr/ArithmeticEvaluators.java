package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Functions of numbers and times. An {@link ArithmeticException} of an operation is null: it does
 * not fit.
 */
final class ArithmeticEvaluators {
  private ArithmeticEvaluators() {}

  static final class LongBinaryEvaluator extends Evaluator {
    private final Evaluator a;
    private final Evaluator b;
    private final LongBinaryOperator operation;

    LongBinaryEvaluator(Type type, Evaluator a, Evaluator b, LongBinaryOperator operation) {
      super(type);
      this.a = a;
      this.b = b;
      this.operation = operation;
    }

    @Override
    public boolean evaluate(Row row) {
      if (!a.evaluate(row) || !b.evaluate(row)) {
        return false;
      }
      try {
        longResult = operation.applyAsLong(a.longResult, b.longResult);
        return true;
      } catch (ArithmeticException doesNotFit) {
        return false;
      }
    }
  }

  static final class DoubleBinaryEvaluator extends Evaluator {
    private final Evaluator a;
    private final Evaluator b;
    private final DoubleBinaryOperator operation;

    DoubleBinaryEvaluator(Type type, Evaluator a, Evaluator b, DoubleBinaryOperator operation) {
      super(type);
      this.a = a;
      this.b = b;
      this.operation = operation;
    }

    @Override
    public boolean evaluate(Row row) {
      if (!a.evaluate(row) || !b.evaluate(row)) {
        return false;
      }
      doubleResult = operation.applyAsDouble(a.doubleResult, b.doubleResult);
      return !Double.isNaN(doubleResult);
    }
  }

  static final class DivideEvaluator extends Evaluator {
    private final Evaluator a;
    private final Evaluator b;

    DivideEvaluator(Evaluator[] args) {
      super(Type.FLOAT64);
      a = args[0];
      b = args[1];
    }

    @Override
    public boolean evaluate(Row row) {
      if (!a.evaluate(row) || !b.evaluate(row) || b.doubleResult == 0) {
        return false;
      }
      doubleResult = a.doubleResult / b.doubleResult;
      return !Double.isNaN(doubleResult);
    }
  }

  static final class UnaryEvaluator extends Evaluator {
    private final Evaluator arg;
    private final LongUnaryOperator longs;
    private final DoubleUnaryOperator doubles;
    private final boolean isLong;

    UnaryEvaluator(Type type, Evaluator arg, LongUnaryOperator longs, DoubleUnaryOperator doubles) {
      super(type);
      this.arg = arg;
      this.longs = longs;
      this.doubles = doubles;
      this.isLong = type.storage() == Type.Storage.LONG;
    }

    @Override
    public boolean evaluate(Row row) {
      if (!arg.evaluate(row)) {
        return false;
      }
      if (!isLong) {
        doubleResult = doubles.applyAsDouble(arg.doubleResult);
        return !Double.isNaN(doubleResult);
      }
      try {
        longResult = longs.applyAsLong(arg.longResult);
        return true;
      } catch (ArithmeticException doesNotFit) {
        return false;
      }
    }
  }
}
