package dev.arabica.reference;

import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The functions that are null when an argument is, over boxed values that are not. */
final class Functions {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private Functions() {}

  static Object apply(Function function, List<Object> args, Type type) {
    Object a = args.get(0);
    Object b = args.size() > 1 ? args.get(1) : null;
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY, MODULO -> arithmetic(function, a, b);
      case DIVIDE, SAFE_DIV -> real(b) == 0 ? null : number(real(a) / real(b));
      case NEGATE -> a instanceof Long x ? whole(big(x).negate()) : number(-real(a));
      case ABS -> a instanceof Long x ? whole(big(x).abs()) : number(Math.abs(real(a)));
      case LOG1P -> number(StrictMath.log1p(real(a)));
      case FLOOR -> number(Math.floor(real(a)));
      case TO_FLOAT -> number(real(a));
      case TO_INT -> toInt(a);
      case EQUAL -> Order.compare(a, b) == 0;
      case NOT_EQUAL -> Order.compare(a, b) != 0;
      case LESS -> Order.compare(a, b) < 0;
      case LESS_EQUAL -> Order.compare(a, b) <= 0;
      case GREATER -> Order.compare(a, b) > 0;
      case GREATER_EQUAL -> Order.compare(a, b) >= 0;
      case NOT -> !((Boolean) a);
      case TO_STRING -> String.valueOf(a);
      case LOWER -> ((String) a).toLowerCase(Locale.ROOT);
      case UPPER -> ((String) a).toUpperCase(Locale.ROOT);
      case LENGTH ->
          a instanceof String text ? text.codePoints().count() : (long) ((List<?>) a).size();
      case CONTAINS -> ((String) a).contains((String) b);
      case STARTS_WITH -> ((String) a).startsWith((String) b);
      case ENDS_WITH -> ((String) a).endsWith((String) b);
      case CONCAT -> args.stream().map(String.class::cast).collect(Collectors.joining());
      case HOUR_OF_DAY -> (long) utc((Long) a).getHour();
      case DAY_OF_WEEK -> (long) utc((Long) a).getDayOfWeek().getValue();
      case DATE_OF -> utc((Long) a).toLocalDate().toEpochDay();
      case MILLIS, FROM_MILLIS -> times(a, 1_000);
      case SECONDS -> times(a, MICROS_PER_SECOND);
      case MINUTES -> times(a, 60 * MICROS_PER_SECOND);
      case HOURS -> times(a, 3_600 * MICROS_PER_SECOND);
      case DAYS -> times(a, 86_400 * MICROS_PER_SECOND);
      case TO_MILLIS -> Math.floorDiv((Long) a, 1_000);
      case AND, OR, IS_NULL, COALESCE, IF, IN ->
          throw new IllegalArgumentException("`" + function.symbol() + "` looks at nulls itself");
    };
  }

  private static Object arithmetic(Function function, Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return switch (function) {
        case ADD -> whole(big(x).add(big(y)));
        case SUBTRACT -> whole(big(x).subtract(big(y)));
        case MULTIPLY -> whole(big(x).multiply(big(y)));
        default -> y == 0 ? null : whole(big(x).remainder(big(y)));
      };
    }
    return switch (function) {
      case ADD -> number(real(a) + real(b));
      case SUBTRACT -> number(real(a) - real(b));
      case MULTIPLY -> number(real(a) * real(b));
      default -> real(b) == 0 ? null : number(real(a) % real(b));
    };
  }

  private static Object times(Object a, long unit) {
    return whole(big((Long) a).multiply(big(unit)));
  }

  private static Object toInt(Object a) {
    if (a instanceof Long) {
      return a;
    }
    double x = real(a);
    return Double.isFinite(x) ? whole(new BigDecimal(x).toBigInteger()) : null;
  }

  private static BigInteger big(long value) {
    return BigInteger.valueOf(value);
  }

  /** The number as an int64, or null if it does not fit. */
  private static Object whole(BigInteger value) {
    return value.bitLength() < Long.SIZE ? value.longValueExact() : null;
  }

  private static double real(Object value) {
    return ((Number) value).doubleValue();
  }

  private static Object number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static ZonedDateTime utc(long micros) {
    long seconds = Math.floorDiv(micros, MICROS_PER_SECOND);
    return Instant.ofEpochSecond(seconds).atZone(ZoneOffset.UTC);
  }
}
