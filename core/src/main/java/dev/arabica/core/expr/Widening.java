package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import java.math.BigDecimal;
import java.util.function.UnaryOperator;

/** Reads values as the common type that a function settled on. */
final class Widening {
  private Widening() {}

  /** An expression as one of the wider type. */
  static Evaluator widen(Evaluator inner, Type to) {
    boolean decimal = inner.type() instanceof DecimalType;
    if (to.storage() == Type.Storage.DOUBLE && (decimal || isWord(inner.type()))) {
      return new ToFloatEvaluator(inner, to, decimal);
    }
    if (to instanceof DecimalType target && (decimal || isWord(inner.type()))) {
      return inner.type().equals(to) ? inner : new ToDecimalEvaluator(inner, target);
    }
    return inner;
  }

  static Evaluator[] widenAll(Evaluator[] args, Type to) {
    Evaluator[] wide = new Evaluator[args.length];
    for (int i = 0; i < args.length; i++) {
      wide[i] = widen(args[i], to);
    }
    return wide;
  }

  /**
   * An expression as one that compares as the wider type. Decimals do whatever their scale, so that
   * none is out of range.
   */
  static Evaluator comparable(Evaluator inner, Type to) {
    return widen(inner, comparableType(inner.type(), to));
  }

  /** The type that values of a type are read as, to compare as the wider type. */
  static Type comparableType(Type from, Type to) {
    return to instanceof DecimalType && from.isNumeric() ? CommonType.decimal(from) : to;
  }

  /** What {@link #comparable} does, for boxed values, which may be null. */
  static UnaryOperator<Object> comparable(Type from, Type to) {
    if (from.storage() == to.storage()) {
      return value -> value;
    }
    return to.storage() == Type.Storage.DOUBLE
        ? value -> value == null ? null : ((Number) value).doubleValue()
        : value -> value instanceof Long whole ? BigDecimal.valueOf(whole) : value;
  }

  private static boolean isWord(Type type) {
    return type.storage() == Type.Storage.LONG;
  }

  private static final class ToFloatEvaluator extends Evaluator {
    private final Evaluator inner;
    private final boolean decimal;

    ToFloatEvaluator(Evaluator inner, Type to, boolean decimal) {
      super(to);
      this.inner = inner;
      this.decimal = decimal;
    }

    @Override
    public boolean evaluate(Row row) {
      boolean present = inner.evaluate(row);
      if (!decimal) {
        doubleResult = inner.longResult;
      } else if (present) {
        doubleResult = ((BigDecimal) inner.refResult).doubleValue();
      }
      return present;
    }
  }

  /** Null where the number has more digits than the wider type, which is never wider than 38. */
  private static final class ToDecimalEvaluator extends Evaluator {
    private final Evaluator inner;
    private final boolean word;
    private final DecimalType to;

    ToDecimalEvaluator(Evaluator inner, DecimalType to) {
      super(to);
      this.inner = inner;
      this.word = isWord(inner.type());
      this.to = to;
    }

    @Override
    public boolean evaluate(Row row) {
      if (!inner.evaluate(row)) {
        return false;
      }
      BigDecimal value = word ? BigDecimal.valueOf(inner.longResult) : (BigDecimal) inner.refResult;
      return putRef(Decimals.fit(value, to));
    }
  }
}
