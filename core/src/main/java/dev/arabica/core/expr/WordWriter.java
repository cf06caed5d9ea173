package dev.arabica.core.expr;

import static dev.arabica.core.time.Instants.MICROS_PER_DAY;
import static dev.arabica.core.time.Instants.MICROS_PER_HOUR;
import static dev.arabica.core.time.Instants.MICROS_PER_MILLI;
import static dev.arabica.core.time.Instants.MICROS_PER_MINUTE;
import static dev.arabica.core.time.Instants.MICROS_PER_SECOND;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.type.Type;
import org.objectweb.asm.Opcodes;

/** Writes functions of words: integers, times and lengths of time. What does not fit is null. */
final class WordWriter {
  private final ExprMethod method;
  private final Code code;

  WordWriter(ExprMethod method) {
    this.method = method;
    this.code = method.code;
  }

  /** Puts the result of a function on the stack. */
  void push(Node node, Function function, Join ifNull) {
    Operand[] args = method.operands(node.args(), ifNull);
    Operand a = args[0];
    switch (function) {
      case ADD -> checked(Opcodes.LADD, "sumOverflows", a, args[1], ifNull);
      case SUBTRACT -> checked(Opcodes.LSUB, "differenceOverflows", a, args[1], ifNull);
      case MULTIPLY -> checked(Opcodes.LMUL, "productOverflows", a, args[1], ifNull);
      case MODULO -> remainder(a, args[1], ifNull);
      case NEGATE -> checked(Opcodes.LSUB, "differenceOverflows", () -> code.push(0L), a, ifNull);
      case ABS -> magnitude(a, ifNull);
      case SIGN -> sign(a);
      case LEAST -> extreme("min", args);
      case GREATEST -> extreme("max", args);
      case CLAMP -> clamp(a, args[1], args[2], ifNull);
      case TO_INT -> a.load();
      default -> time(node, function, args, ifNull);
    }
  }

  private void time(Node node, Function function, Operand[] args, Join ifNull) {
    Operand a = args[0];
    switch (function) {
      case HOUR_OF_DAY -> field("hourOfDay", a);
      case MINUTE_OF_HOUR -> field("minuteOfHour", a);
      case DAY_OF_WEEK -> field("dayOfWeek", day(node, a));
      case DAY_OF_MONTH -> field("dayOfMonth", day(node, a));
      case MONTH -> field("month", day(node, a));
      case YEAR -> field("year", day(node, a));
      case DATE_OF -> floor(a, MICROS_PER_DAY);
      case TO_MILLIS -> floor(a, MICROS_PER_MILLI);
      case TO_SECONDS -> floor(a, MICROS_PER_SECOND);
      case MILLIS, FROM_MILLIS -> scaled(a, MICROS_PER_MILLI, ifNull);
      case SECONDS -> scaled(a, MICROS_PER_SECOND, ifNull);
      case MINUTES -> scaled(a, MICROS_PER_MINUTE, ifNull);
      case HOURS -> scaled(a, MICROS_PER_HOUR, ifNull);
      case DAYS, TO_TIMESTAMP -> scaled(a, MICROS_PER_DAY, ifNull);
      case DAYS_BETWEEN -> checked(Opcodes.LSUB, "differenceOverflows", args[1], a, ifNull);
      case ADD_DAYS -> addDays(a, args[1], ifNull);
      case TRUNCATE -> truncate(a, args[1], ifNull);
      default -> throw new IllegalArgumentException(function + " takes no word");
    }
  }

  private void checked(int opcode, String overflows, Operand a, Operand b, Join ifNull) {
    a.load();
    b.load();
    code.op(opcode);
    Operand result = method.stored(Kind.LONG);
    a.load();
    b.load();
    result.load();
    code.callStatic(Words.class, overflows, boolean.class, long.class, long.class, long.class);
    code.jumpIf(Opcodes.IFNE, ifNull);
    result.load();
  }

  private void remainder(Operand a, Operand b, Join ifNull) {
    compare(b, 0, Opcodes.IFEQ, ifNull);
    a.load();
    b.load();
    code.op(Opcodes.LREM);
  }

  /** Goes on elsewhere if the comparison with a constant holds. */
  private void compare(Operand a, long constant, int test, Join to) {
    a.load();
    code.push(constant);
    code.op(Opcodes.LCMP);
    code.jumpIf(test, to);
  }

  private void magnitude(Operand a, Join ifNull) {
    a.load();
    code.callStatic(Math.class, "abs", long.class, long.class);
    Operand result = method.stored(Kind.LONG);
    compare(result, 0, Opcodes.IFLT, ifNull);
    result.load();
  }

  private void sign(Operand a) {
    a.load();
    code.callStatic(Long.class, "signum", int.class, long.class);
    code.op(Opcodes.I2L);
  }

  private void extreme(String function, Operand... args) {
    args[0].load();
    for (int i = 1; i < args.length; i++) {
      args[i].load();
      code.callStatic(Math.class, function, long.class, long.class, long.class);
    }
  }

  private void clamp(Operand a, Operand low, Operand high, Join ifNull) {
    low.load();
    high.load();
    code.op(Opcodes.LCMP);
    code.jumpIf(Opcodes.IFGT, ifNull);
    extreme("max", a, low);
    high.load();
    code.callStatic(Math.class, "min", long.class, long.class, long.class);
  }

  private void field(String function, Operand a) {
    a.load();
    code.callStatic(TimeCalls.class, function, long.class, long.class);
  }

  /** The day that a date is, or that an instant falls on. */
  private Operand day(Node node, Operand a) {
    if (node.arg(0).type() == Type.DATE) {
      return a;
    }
    floor(a, MICROS_PER_DAY);
    return method.stored(Kind.LONG);
  }

  private void floor(Operand a, long unit) {
    a.load();
    code.push(unit);
    code.callStatic(Math.class, "floorDiv", long.class, long.class, long.class);
  }

  private void scaled(Operand a, long unit, Join ifNull) {
    checked(Opcodes.LMUL, "productOverflows", a, () -> code.push(unit), ifNull);
  }

  private void addDays(Operand date, Operand days, Join ifNull) {
    checked(Opcodes.LADD, "sumOverflows", date, days, ifNull);
    Operand result = method.stored(Kind.LONG);
    result.load();
    code.callStatic(Words.class, "isInt", boolean.class, long.class);
    code.jumpIf(Opcodes.IFEQ, ifNull);
    result.load();
  }

  private void truncate(Operand instant, Operand duration, Join ifNull) {
    compare(duration, 0, Opcodes.IFLE, ifNull);
    instant.load();
    duration.load();
    code.callStatic(Math.class, "floorMod", long.class, long.class, long.class);
    Operand rest = method.stored(Kind.LONG);
    checked(Opcodes.LSUB, "differenceOverflows", instant, rest, ifNull);
  }
}
