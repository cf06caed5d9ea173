package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Functions that give decimals. What has more digits than its type is null. */
final class Decimals {
  /** The greatest float with as many digits as a decimal can have. */
  private static final double MOST = 1e38;

  private Decimals() {}

  /** The number with the digits of the type, halves away from zero, or null if it has too many. */
  static BigDecimal fit(BigDecimal value, DecimalType type) {
    BigDecimal scaled = value.setScale(type.scale(), RoundingMode.HALF_UP);
    return scaled.precision() <= type.precision() ? scaled : null;
  }

  static Evaluator unary(Type type, Evaluator arg, UnaryOperator<BigDecimal> operation) {
    DecimalType decimal = (DecimalType) type;
    return new StrictEvaluator(
        type,
        new Evaluator[] {arg},
        (a, out) -> out.putRef(fit(operation.apply(value(a[0])), decimal)));
  }

  /** The operands are widened to decimals of their own scales: the operation is exact. */
  static Evaluator binary(Type type, Evaluator[] args, BinaryOperator<BigDecimal> operation) {
    DecimalType decimal = (DecimalType) type;
    Evaluator[] operands = {decimal(args[0]), decimal(args[1])};
    return new StrictEvaluator(
        type,
        operands,
        (a, out) -> {
          BigDecimal result = operation.apply(value(a[0]), value(a[1]));
          return out.putRef(result == null ? null : fit(result, decimal));
        });
  }

  static BigDecimal remainder(BigDecimal a, BigDecimal b) {
    return b.signum() == 0 ? null : a.remainder(b);
  }

  /** Rounds to a number of digits after the point, or to tens where it is negative. */
  static Evaluator round(Type type, Evaluator arg, int digits, RoundingMode mode) {
    return unary(type, arg, value -> digits < value.scale() ? value.setScale(digits, mode) : value);
  }

  static Evaluator toDecimal(Type type, Evaluator arg) {
    DecimalType decimal = (DecimalType) type;
    Evaluator[] args = {arg};
    if (arg.type() == Type.STRING) {
      return new StrictEvaluator(
          type, args, (a, out) -> out.putRef(Numerals.decimal((String) a[0].refResult, decimal)));
    }
    if (arg.type().isFloat()) {
      return new StrictEvaluator(
          type,
          args,
          (a, out) ->
              Math.abs(a[0].doubleResult) <= MOST
                  && out.putRef(fit(new BigDecimal(a[0].doubleResult), decimal)));
    }
    return Widening.widen(arg, type);
  }

  /** The number cut towards zero, if it is an int64. */
  static boolean putWhole(BigDecimal value, Evaluator out) {
    BigInteger whole = value.toBigInteger();
    return whole.bitLength() < Long.SIZE && out.putLong(whole.longValue());
  }

  private static Evaluator decimal(Evaluator arg) {
    return Widening.widen(arg, CommonType.decimal(arg.type()));
  }

  static BigDecimal value(Evaluator arg) {
    return (BigDecimal) arg.refResult;
  }
}
