package dev.arabica.core.expr;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.time.DateTimeException;
import java.time.LocalDate;

/** From one type to another. */
final class ConversionCalls {
  /** The length of a date with a year of four digits. */
  private static final int DATE_LENGTH = 10;

  private ConversionCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case TO_FLOAT -> toFloat(type, args);
      case TO_INT -> toInt(type, args);
      case TO_DECIMAL -> Decimals.toDecimal(type, args[0]);
      case TO_STRING -> toText(type, args);
      case TO_DATE -> new StrictEvaluator(type, args, ConversionCalls::putDate);
      case TO_TIMESTAMP -> toInstant(type, args);
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  private static Evaluator toFloat(Type type, Evaluator[] args) {
    return args[0].type() == Type.STRING
        ? new StrictEvaluator(type, args, (a, out) -> Numerals.putFloat(TextCalls.text(a, 0), out))
        : new StrictEvaluator(
            type, Widening.widenAll(args, type), (a, out) -> out.putDouble(a[0].doubleResult));
  }

  private static Evaluator toInt(Type type, Evaluator[] args) {
    return new StrictEvaluator(
        type,
        args,
        switch (args[0].type().storage()) {
          case LONG -> (a, out) -> out.putLong(a[0].longResult);
          case DOUBLE ->
              (a, out) ->
                  a[0].doubleResult >= -0x1p63
                      && a[0].doubleResult < 0x1p63
                      && out.putLong((long) a[0].doubleResult);
          case REF ->
              args[0].type() == Type.STRING
                  ? (a, out) -> Numerals.putWhole(TextCalls.text(a, 0), out)
                  : (a, out) -> Decimals.putWhole(Decimals.value(a[0]), out);
        });
  }

  private static Evaluator toText(Type type, Evaluator[] args) {
    Type from = args[0].type();
    if (from == Type.FLOAT64) {
      return new StrictEvaluator(
          type, args, (a, out) -> out.putRef(FloatText.of(a[0].doubleResult)));
    }
    if (from == Type.FLOAT32) {
      return new StrictEvaluator(
          type, args, (a, out) -> out.putRef(FloatText.of((float) a[0].doubleResult)));
    }
    if (from == Type.DURATION) {
      return new StrictEvaluator(
          type, args, (a, out) -> out.putRef(Instants.prettyDuration(a[0].longResult)));
    }
    return new StrictEvaluator(
        type, args, (a, out) -> out.putRef(ValueJson.toText(from, a[0].boxed())));
  }

  private static boolean putDate(Evaluator[] args, Evaluator out) {
    String text = TextCalls.text(args, 0);
    try {
      return text.length() == DATE_LENGTH && out.putLong(LocalDate.parse(text).toEpochDay());
    } catch (DateTimeException noDate) {
      return false;
    }
  }

  private static Evaluator toInstant(Type type, Evaluator[] args) {
    return args[0].type() == Type.DATE
        ? new ArithmeticEvaluators.UnaryEvaluator(
            type, args[0], day -> Math.multiplyExact(day, Instants.MICROS_PER_DAY), a -> a)
        : new StrictEvaluator(type, args, ConversionCalls::putInstant);
  }

  private static boolean putInstant(Evaluator[] args, Evaluator out) {
    try {
      return out.putLong(Instants.parse(TextCalls.text(args, 0)));
    } catch (IllegalArgumentException noInstant) {
      return false;
    }
  }
}
