package dev.arabica.core.expr;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** The code behind each {@link Function}. */
final class CallEvaluators {
  private CallEvaluators() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case ADD -> arithmetic(type, args, Math::addExact, Double::sum);
      case SUBTRACT -> arithmetic(type, args, Math::subtractExact, (a, b) -> a - b);
      case MULTIPLY -> arithmetic(type, args, Math::multiplyExact, (a, b) -> a * b);
      case MODULO -> modulo(type, args);
      case DIVIDE, SAFE_DIV -> new DivideEvaluator(args);
      case NEGATE -> unary(type, args[0], Math::negateExact, a -> -a);
      case ABS -> unary(type, args[0], Math::absExact, Math::abs);
      case FLOOR -> unary(type, Evaluators.widen(args[0], type), a -> a, Math::floor);
      // StrictMath: the same bits on every JVM.
      case LOG1P -> unary(type, Evaluators.widen(args[0], type), a -> a, StrictMath::log1p);
      case TO_FLOAT -> unary(type, Evaluators.widen(args[0], type), a -> a, a -> a);
      case TO_INT -> new ToIntEvaluator(args[0]);
      case EQUAL -> compare(args, order -> order == 0);
      case NOT_EQUAL -> compare(args, order -> order != 0);
      case LESS -> compare(args, order -> order < 0);
      case LESS_EQUAL -> compare(args, order -> order <= 0);
      case GREATER -> compare(args, order -> order > 0);
      case GREATER_EQUAL -> compare(args, order -> order >= 0);
      case IN -> in(args);
      case AND -> new LogicEvaluator(args, false);
      case OR -> new LogicEvaluator(args, true);
      case NOT -> unary(type, args[0], a -> 1 - a, a -> a);
      case IS_NULL -> new IsNullEvaluator(args[0]);
      case COALESCE -> new CoalesceEvaluator(type, args);
      case IF -> new IfEvaluator(type, args);
      case LENGTH -> new RefEvaluator(type, args, values -> length(values[0]));
      case LOWER ->
          new RefEvaluator(type, args, values -> ((String) values[0]).toLowerCase(Locale.ROOT));
      case UPPER ->
          new RefEvaluator(type, args, values -> ((String) values[0]).toUpperCase(Locale.ROOT));
      case CONTAINS ->
          new RefEvaluator(type, args, values -> ((String) values[0]).contains((String) values[1]));
      case STARTS_WITH ->
          new RefEvaluator(
              type, args, values -> ((String) values[0]).startsWith((String) values[1]));
      case ENDS_WITH ->
          new RefEvaluator(type, args, values -> ((String) values[0]).endsWith((String) values[1]));
      case CONCAT -> new RefEvaluator(type, args, CallEvaluators::concat);
      case TO_STRING -> new RefEvaluator(type, args, values -> values[0].toString());
      case HOUR_OF_DAY -> unary(type, args[0], CallEvaluators::hourOfDay, a -> a);
      case DAY_OF_WEEK -> unary(type, args[0], CallEvaluators::dayOfWeek, a -> a);
      case DATE_OF -> unary(type, args[0], a -> Math.floorDiv(a, Instants.MICROS_PER_DAY), a -> a);
      case MILLIS, FROM_MILLIS -> scale(type, args[0], Instants.MICROS_PER_MILLI);
      case SECONDS -> scale(type, args[0], Instants.MICROS_PER_SECOND);
      case MINUTES -> scale(type, args[0], Instants.MICROS_PER_MINUTE);
      case HOURS -> scale(type, args[0], Instants.MICROS_PER_HOUR);
      case DAYS -> scale(type, args[0], Instants.MICROS_PER_DAY);
      case TO_MILLIS ->
          unary(type, args[0], a -> Math.floorDiv(a, Instants.MICROS_PER_MILLI), a -> a);
    };
  }

  @FunctionalInterface
  interface LongBinary {
    long apply(long a, long b);
  }

  @FunctionalInterface
  interface DoubleBinary {
    double apply(double a, double b);
  }

  @FunctionalInterface
  interface LongUnary {
    long apply(long a);
  }

  @FunctionalInterface
  interface DoubleUnary {
    double apply(double a);
  }

  @FunctionalInterface
  interface OrderTest {
    boolean test(int order);
  }

  @FunctionalInterface
  interface BoxedFunction {
    Object apply(Object[] values);
  }

  private static Evaluator arithmetic(
      Type type, Evaluator[] args, LongBinary longs, DoubleBinary doubles) {
    Evaluator a = Evaluators.widen(args[0], type);
    Evaluator b = Evaluators.widen(args[1], type);
    return type.storage() == Type.Storage.LONG
        ? new LongBinaryEvaluator(type, a, b, longs)
        : new DoubleBinaryEvaluator(type, a, b, doubles);
  }

  private static Evaluator modulo(Type type, Evaluator[] args) {
    // ArithmeticException of a zero divisor is null, as any other result that does not fit.
    return arithmetic(type, args, (a, b) -> a % b, (a, b) -> b == 0 ? Double.NaN : a % b);
  }

  private static Evaluator unary(Type type, Evaluator arg, LongUnary longs, DoubleUnary doubles) {
    return new UnaryEvaluator(type, arg, longs, doubles);
  }

  private static Evaluator scale(Type type, Evaluator arg, long unit) {
    return unary(type, arg, a -> Math.multiplyExact(a, unit), a -> a);
  }

  private static Evaluator compare(Evaluator[] args, OrderTest test) {
    Type common = Function.commonType(args[0].type(), args[1].type());
    return new CompareEvaluator(
        common, Evaluators.widen(args[0], common), Evaluators.widen(args[1], common), test);
  }

  private static Evaluator in(Evaluator[] args) {
    Evaluator[] tests = new Evaluator[args.length - 1];
    for (int i = 1; i < args.length; i++) {
      tests[i - 1] = compare(new Evaluator[] {args[0], args[i]}, order -> order == 0);
    }
    return new LogicEvaluator(tests, true);
  }

  private static Object length(Object value) {
    return value instanceof String text
        ? (long) text.codePointCount(0, text.length())
        : (long) ((List<?>) value).size();
  }

  private static Object concat(Object[] values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(value);
    }
    return text.toString();
  }

  private static long hourOfDay(long micros) {
    return Math.floorMod(micros, Instants.MICROS_PER_DAY) / Instants.MICROS_PER_HOUR;
  }

  private static long dayOfWeek(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, Instants.MICROS_PER_DAY))
        .getDayOfWeek()
        .getValue();
  }

  private static final class LongBinaryEvaluator extends Evaluator {
    private final Evaluator a;
    private final Evaluator b;
    private final LongBinary operation;

    LongBinaryEvaluator(Type type, Evaluator a, Evaluator b, LongBinary operation) {
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
        longResult = operation.apply(a.longResult, b.longResult);
        return true;
      } catch (ArithmeticException doesNotFit) {
        return false;
      }
    }
  }

  private static final class DoubleBinaryEvaluator extends Evaluator {
    private final Evaluator a;
    private final Evaluator b;
    private final DoubleBinary operation;

    DoubleBinaryEvaluator(Type type, Evaluator a, Evaluator b, DoubleBinary operation) {
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
      doubleResult = operation.apply(a.doubleResult, b.doubleResult);
      return !Double.isNaN(doubleResult);
    }
  }

  private static final class DivideEvaluator extends Evaluator {
    private final Evaluator a;
    private final Evaluator b;

    DivideEvaluator(Evaluator[] args) {
      super(Type.FLOAT64);
      a = Evaluators.widen(args[0], Type.FLOAT64);
      b = Evaluators.widen(args[1], Type.FLOAT64);
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

  private static final class UnaryEvaluator extends Evaluator {
    private final Evaluator arg;
    private final LongUnary longs;
    private final DoubleUnary doubles;
    private final boolean isLong;

    UnaryEvaluator(Type type, Evaluator arg, LongUnary longs, DoubleUnary doubles) {
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
        doubleResult = doubles.apply(arg.doubleResult);
        return !Double.isNaN(doubleResult);
      }
      try {
        longResult = longs.apply(arg.longResult);
        return true;
      } catch (ArithmeticException doesNotFit) {
        return false;
      }
    }
  }

  private static final class ToIntEvaluator extends Evaluator {
    private final Evaluator arg;

    ToIntEvaluator(Evaluator arg) {
      super(Type.INT64);
      this.arg = Evaluators.widen(arg, arg.type().isFloat() ? Type.FLOAT64 : Type.INT64);
    }

    @Override
    public boolean evaluate(Row row) {
      if (!arg.evaluate(row)) {
        return false;
      }
      if (arg.type().isInteger()) {
        longResult = arg.longResult;
        return true;
      }
      longResult = (long) arg.doubleResult;
      return arg.doubleResult >= -0x1p63 && arg.doubleResult < 0x1p63;
    }
  }

  private static final class CompareEvaluator extends Evaluator {
    private final Type common;
    private final Evaluator a;
    private final Evaluator b;
    private final OrderTest test;

    CompareEvaluator(Type common, Evaluator a, Evaluator b, OrderTest test) {
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
      int order =
          switch (common.storage()) {
            case LONG -> Long.compare(a.longResult, b.longResult);
            // Adding zero makes -0.0 equal 0.0.
            case DOUBLE -> Double.compare(a.doubleResult + 0.0, b.doubleResult + 0.0);
            case REF -> Values.compare(common, a.refResult, b.refResult);
          };
      longResult = test.test(order) ? 1 : 0;
      return true;
    }
  }

  /**
   * {@code and}, {@code or} and {@code in}: one deciding value suffices, else a null makes the
   * result null.
   */
  private static final class LogicEvaluator extends Evaluator {
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

  private static final class IsNullEvaluator extends Evaluator {
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

  private static final class CoalesceEvaluator extends Evaluator {
    private final Evaluator[] args;

    CoalesceEvaluator(Type type, Evaluator[] args) {
      super(type);
      this.args = widenAll(type, args);
    }

    @Override
    public boolean evaluate(Row row) {
      for (Evaluator arg : args) {
        if (arg.evaluate(row)) {
          copy(arg, this);
          return true;
        }
      }
      return false;
    }
  }

  private static final class IfEvaluator extends Evaluator {
    private final Evaluator condition;
    private final Evaluator then;
    private final Evaluator otherwise;

    IfEvaluator(Type type, Evaluator[] args) {
      super(type);
      condition = args[0];
      then = Evaluators.widen(args[1], type);
      otherwise = Evaluators.widen(args[2], type);
    }

    @Override
    public boolean evaluate(Row row) {
      Evaluator chosen = condition.isTrue(row) ? then : otherwise;
      boolean present = chosen.evaluate(row);
      copy(chosen, this);
      return present;
    }
  }

  /** A function of boxed values: for strings and lists, which are objects anyway. */
  private static final class RefEvaluator extends Evaluator {
    private final Evaluator[] args;
    private final BoxedFunction function;

    RefEvaluator(Type type, Evaluator[] args, BoxedFunction function) {
      super(type);
      this.args = args;
      this.function = function;
    }

    @Override
    public boolean evaluate(Row row) {
      Object[] values = new Object[args.length];
      for (int i = 0; i < args.length; i++) {
        values[i] = args[i].value(row);
        if (values[i] == null) {
          return false;
        }
      }
      Object result = function.apply(values);
      switch (type().storage()) {
        case LONG -> longResult = result instanceof Boolean b ? (b ? 1 : 0) : (Long) result;
        case DOUBLE -> doubleResult = (Double) result;
        case REF -> refResult = result;
      }
      return true;
    }
  }

  private static Evaluator[] widenAll(Type type, Evaluator[] args) {
    Evaluator[] wide = new Evaluator[args.length];
    for (int i = 0; i < args.length; i++) {
      wide[i] = Evaluators.widen(args[i], type);
    }
    return wide;
  }

  private static void copy(Evaluator from, Evaluator to) {
    to.longResult = from.longResult;
    to.doubleResult = from.doubleResult;
    to.refResult = from.refResult;
  }
}
