package dev.arabica.core.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since the epoch, UTC: parsing and printing. */
public final class Instants {
  public static final long MICROS_PER_MILLI = 1_000;
  public static final long MICROS_PER_SECOND = 1_000_000;
  public static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
  public static final long MICROS_PER_HOUR = 60 * MICROS_PER_MINUTE;
  public static final long MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

  private Instants() {}

  /**
   * The instant of ISO-8601 text with an offset, such as {@code 2025-11-29T16:10:05Z}; finer than
   * micros is cut.
   */
  public static long parse(String text) {
    Instant instant;
    try {
      instant = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "`" + text + "` is not an ISO-8601 instant such as 2025-11-29T16:10:05Z");
    }
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException("`" + text + "` is outside the years 1 to 9999");
    }
    return toMicros(instant);
  }

  public static long toMicros(Instant instant) {
    long seconds = Math.multiplyExact(instant.getEpochSecond(), MICROS_PER_SECOND);
    return Math.addExact(seconds, instant.getNano() / 1_000);
  }

  /** ISO-8601 UTC with six decimals: {@code 2025-11-29T16:10:05.000000Z}. */
  public static String format(long micros) {
    return MICROSECONDS.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /** As {@link #format}, without needless decimals and seconds: for people. */
  public static String pretty(long micros) {
    if (micros == Long.MIN_VALUE) {
      return "beginning";
    }
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
  }

  /** A length of time as it is written in a spec: {@code 6h}, {@code 90s}, {@code 1500ms}. */
  public static String prettyDuration(long micros) {
    if (micros == 0) {
      return "0s";
    }
    if (micros % MICROS_PER_DAY == 0) {
      return micros / MICROS_PER_DAY + "d";
    }
    if (micros % MICROS_PER_HOUR == 0) {
      return micros / MICROS_PER_HOUR + "h";
    }
    if (micros % MICROS_PER_MINUTE == 0) {
      return micros / MICROS_PER_MINUTE + "m";
    }
    if (micros % MICROS_PER_SECOND == 0) {
      return micros / MICROS_PER_SECOND + "s";
    }
    return micros % MICROS_PER_MILLI == 0 ? micros / MICROS_PER_MILLI + "ms" : micros + "us";
  }
}
