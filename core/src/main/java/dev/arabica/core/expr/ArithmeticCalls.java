package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import java.math.BigDecimal;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/** Arithmetic of integers, floats, decimals and times. */
final class ArithmeticCalls {
  private ArithmeticCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case ADD -> binary(type, args, Math::addExact, Double::sum, BigDecimal::add);
      case SUBTRACT ->
          binary(type, args, Math::subtractExact, (a, b) -> a - b, BigDecimal::subtract);
      case MULTIPLY ->
          binary(type, args, Math::multiplyExact, (a, b) -> a * b, BigDecimal::multiply);
      // ArithmeticException of a zero divisor is null, as any other result that does not fit.
      case MODULO ->
          binary(
              type,
              args,
              (a, b) -> a % b,
              (a, b) -> b == 0 ? Double.NaN : a % b,
              Decimals::remainder);
      case DIVIDE, SAFE_DIV ->
          new ArithmeticEvaluators.DivideEvaluator(Widening.widenAll(args, Type.FLOAT64));
      case NEGATE -> unary(type, args[0], Math::negateExact, a -> -a, BigDecimal::negate);
      case ABS -> unary(type, args[0], Math::absExact, Math::abs, BigDecimal::abs);
      case SIGN -> sign(type, args);
      case CLAMP -> clamp(type, Widening.widenAll(args, type));
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  private static Evaluator binary(
      Type type,
      Evaluator[] args,
      LongBinaryOperator longs,
      DoubleBinaryOperator doubles,
      BinaryOperator<BigDecimal> decimals) {
    if (type instanceof DecimalType) {
      return Decimals.binary(type, args, decimals);
    }
    Evaluator a = Widening.widen(args[0], type);
    Evaluator b = Widening.widen(args[1], type);
    return type.storage() == Type.Storage.LONG
        ? new ArithmeticEvaluators.LongBinaryEvaluator(type, a, b, longs)
        : new ArithmeticEvaluators.DoubleBinaryEvaluator(type, a, b, doubles);
  }

  private static Evaluator unary(
      Type type,
      Evaluator arg,
      LongUnaryOperator longs,
      DoubleUnaryOperator doubles,
      UnaryOperator<BigDecimal> decimals) {
    return type instanceof DecimalType
        ? Decimals.unary(type, arg, decimals)
        : new ArithmeticEvaluators.UnaryEvaluator(type, arg, longs, doubles);
  }

  private static Evaluator sign(Type type, Evaluator[] args) {
    return new StrictEvaluator(
        type,
        args,
        switch (args[0].type().storage()) {
          case LONG -> (a, out) -> out.putLong(Long.signum(a[0].longResult));
          case DOUBLE ->
              (a, out) ->
                  !Double.isNaN(a[0].doubleResult)
                      && out.putLong((long) Math.signum(a[0].doubleResult));
          case REF -> (a, out) -> out.putLong(Decimals.value(a[0]).signum());
        });
  }

  private static Evaluator clamp(Type type, Evaluator[] args) {
    return new StrictEvaluator(
        type,
        args,
        switch (type.storage()) {
          case LONG ->
              (a, out) ->
                  a[1].longResult <= a[2].longResult
                      && out.putLong(
                          Math.min(Math.max(a[0].longResult, a[1].longResult), a[2].longResult));
          // Math's are NaN when one is, and putDouble makes that null.
          case DOUBLE ->
              (a, out) ->
                  a[1].doubleResult <= a[2].doubleResult
                      && out.putDouble(
                          Math.min(
                              Math.max(a[0].doubleResult, a[1].doubleResult), a[2].doubleResult));
          case REF ->
              (a, out) -> {
                BigDecimal low = Decimals.value(a[1]);
                BigDecimal high = Decimals.value(a[2]);
                return low.compareTo(high) <= 0
                    && out.putRef(Decimals.value(a[0]).max(low).min(high));
              };
        });
  }
}
