package dev.arabica.reference;

import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Functions of instants, dates and durations. */
final class TimeFunctions {
  private static final long MICROS_PER_SECOND = 1_000_000;

  private TimeFunctions() {}

  /** A field of the calendar, in UTC. */
  static Object field(Function function, Type type, long value) {
    ZonedDateTime time =
        type == Type.DATE
            ? LocalDate.ofEpochDay(value).atStartOfDay(ZoneOffset.UTC)
            : Instant.ofEpochSecond(Math.floorDiv(value, MICROS_PER_SECOND)).atZone(ZoneOffset.UTC);
    return switch (function) {
      case HOUR_OF_DAY -> (long) time.getHour();
      case MINUTE_OF_HOUR -> (long) time.getMinute();
      case DAY_OF_WEEK -> (long) time.getDayOfWeek().getValue();
      case DAY_OF_MONTH -> (long) time.getDayOfMonth();
      case MONTH -> (long) time.getMonthValue();
      case YEAR -> (long) time.getYear();
      default -> time.toLocalDate().toEpochDay();
    };
  }

  static Object arithmetic(Function function, Long a, Long b) {
    BigInteger x = BigInteger.valueOf(a);
    BigInteger y = b == null ? null : BigInteger.valueOf(b);
    return switch (function) {
      case MILLIS, FROM_MILLIS -> times(x, 1_000);
      case SECONDS -> times(x, MICROS_PER_SECOND);
      case MINUTES -> times(x, 60 * MICROS_PER_SECOND);
      case HOURS -> times(x, 3_600 * MICROS_PER_SECOND);
      case DAYS -> times(x, 86_400 * MICROS_PER_SECOND);
      case TO_MILLIS -> Numbers.whole(quotient(x, BigInteger.valueOf(1_000)));
      case TO_SECONDS -> Numbers.whole(quotient(x, BigInteger.valueOf(MICROS_PER_SECOND)));
      case DAYS_BETWEEN -> Numbers.whole(y.subtract(x));
      case ADD_DAYS -> x.add(y).bitLength() < Integer.SIZE ? Numbers.whole(x.add(y)) : null;
      default -> y.signum() <= 0 ? null : Numbers.whole(quotient(x, y).multiply(y));
    };
  }

  private static Object times(BigInteger count, long unit) {
    return Numbers.whole(count.multiply(BigInteger.valueOf(unit)));
  }

  /** Rounded down; the divisor is positive. */
  private static BigInteger quotient(BigInteger dividend, BigInteger divisor) {
    return dividend.subtract(dividend.mod(divisor)).divide(divisor);
  }

  static Object date(String text) {
    if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return null;
    }
    try {
      return LocalDate.from(DateTimeFormatter.ISO_LOCAL_DATE.parse(text)).toEpochDay();
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  /** Of a text, or of the start of a date. */
  static Object instant(Object value) {
    if (value instanceof Long day) {
      return times(BigInteger.valueOf(day), 86_400 * MICROS_PER_SECOND);
    }
    try {
      OffsetDateTime time =
          OffsetDateTime.parse((String) value).withOffsetSameInstant(ZoneOffset.UTC);
      long micros = time.getLong(java.time.temporal.ChronoField.MICRO_OF_DAY);
      return time.getYear() < 1 || time.getYear() > 9999
          ? null
          : time.toLocalDate().toEpochSecond(LocalTime.MIN, ZoneOffset.UTC) * MICROS_PER_SECOND
              + micros;
    } catch (DateTimeException noInstant) {
      return null;
    }
  }
}
