package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Roundings and the functions of calculus, by StrictMath: the same bits on every JVM. */
final class MathCalls {
  private static final double LN_2 = StrictMath.log(2);
  private static final double SQRT_2 = Math.sqrt(2);
  private static final int FRACTION_BITS = 52;

  private MathCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case FLOOR -> whole(type, args[0], Math::floor, RoundingMode.FLOOR);
      case CEIL -> whole(type, args[0], Math::ceil, RoundingMode.CEILING);
      case ROUND -> round(type, args);
      case SQRT -> finite(args[0], StrictMath::sqrt);
      case EXP -> finite(args[0], StrictMath::exp);
      case LN -> finite(args[0], StrictMath::log);
      case LOG1P -> finite(args[0], StrictMath::log1p);
      case LOG2 -> finite(args[0], MathCalls::log2);
      case LOG10 -> finite(args[0], StrictMath::log10);
      case POW -> pow(args, StrictMath::pow);
      case IS_NAN -> isNan(type, args);
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  private static Evaluator whole(
      Type type, Evaluator arg, DoubleUnaryOperator doubles, RoundingMode mode) {
    if (type instanceof DecimalType) {
      return Decimals.round(type, arg, 0, mode);
    }
    return new ArithmeticEvaluators.UnaryEvaluator(
        type, Widening.widen(arg, type), a -> a, doubles);
  }

  private static Evaluator round(Type type, Evaluator[] args) {
    if (args.length == 1) {
      return whole(type, args[0], MathCalls::roundHalfAway, RoundingMode.HALF_UP);
    }
    args[1].evaluate(null);
    int digits = (int) args[1].longResult;
    if (type instanceof DecimalType) {
      return Decimals.round(type, args[0], digits, RoundingMode.HALF_UP);
    }
    return whole(type, args[0], a -> round(a, digits), RoundingMode.HALF_UP);
  }

  private static double roundHalfAway(double value) {
    double magnitude = Math.abs(value);
    double below = Math.floor(magnitude);
    return Math.copySign(magnitude - below >= 0.5 ? below + 1 : below, value);
  }

  private static double round(double value, int digits) {
    return Double.isFinite(value)
        ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).doubleValue()
        : value;
  }

  /**
   * The exponent, and the logarithm of the rest: a power of two has none. The rest lies about 1, so
   * that the two never cancel.
   */
  private static double log2(double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      return Double.NaN;
    }
    boolean subnormal = value < Double.MIN_NORMAL;
    double normal = subnormal ? value * 0x1p52 : value;
    int exponent = Math.getExponent(normal);
    double rest = Math.scalb(normal, -exponent);
    if (rest > SQRT_2) {
      rest /= 2;
      exponent++;
    }
    return exponent - (subnormal ? FRACTION_BITS : 0) + StrictMath.log(rest) / LN_2;
  }

  /** Null where the result is not a finite number. */
  private static Evaluator finite(Evaluator arg, DoubleUnaryOperator function) {
    return new StrictEvaluator(
        Type.FLOAT64,
        new Evaluator[] {Widening.widen(arg, Type.FLOAT64)},
        (a, out) -> putFinite(out, function.applyAsDouble(a[0].doubleResult)));
  }

  private static Evaluator pow(Evaluator[] args, DoubleBinaryOperator function) {
    return new StrictEvaluator(
        Type.FLOAT64,
        Widening.widenAll(args, Type.FLOAT64),
        (a, out) -> putFinite(out, function.applyAsDouble(a[0].doubleResult, a[1].doubleResult)));
  }

  static boolean putFinite(Evaluator out, double value) {
    return Double.isFinite(value) && out.putDouble(value);
  }

  private static Evaluator isNan(Type type, Evaluator[] args) {
    return args[0].type().isFloat()
        ? new StrictEvaluator(type, args, (a, out) -> out.putBool(Double.isNaN(a[0].doubleResult)))
        : new StrictEvaluator(type, args, (a, out) -> out.putBool(false));
  }
}
