package dev.arabica.intake;

import java.util.Locale;

/**
 * A record that could not be admitted, kept whole.
 *
 * @param source qualified name of the source
 * @param detail for people: what was wanted and what was found
 * @param raw the record's bytes; of a CSV file the line, without its end
 */
public record DeadLetter(
    String source, Reason reason, String detail, byte[] raw, RecordPosition position)
    implements Admitted {

  /** Why a record is a dead letter. */
  public enum Reason {
    /** Not a record at all: not JSON, not UTF-8, a ragged line, a member given twice. */
    MALFORMED,
    /** A field that is not nullable is absent or null. */
    MISSING_FIELD,
    /** A field holds something else than its type, or a number that does not fit. */
    WRONG_TYPE,
    /** The time expression is null. */
    NULL_TIME,
    /** The event time is before 1971 or after 2099: a unit was mistaken, or nothing was set. */
    TIME_OUT_OF_RANGE,
    /** The event time is ahead of the Kafka timestamp by more than the source allows. */
    AHEAD_OF_CLOCK;

    /** The name in tables and reports. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
