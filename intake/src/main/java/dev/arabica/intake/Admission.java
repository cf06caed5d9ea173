package dev.arabica.intake;

import static dev.arabica.intake.DeadLetter.Reason.AHEAD_OF_CLOCK;
import static dev.arabica.intake.DeadLetter.Reason.NULL_TIME;
import static dev.arabica.intake.DeadLetter.Reason.TIME_OUT_OF_RANGE;

import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Row;

/**
 * Decides for each record of a source whether it is an event, and fixes its time and identity. A
 * record is never lost and never fatal: what cannot be admitted is a {@link DeadLetter}. An
 * instance belongs to one thread.
 */
public final class Admission {
  /** The Kafka header by which a replayed event keeps its identity: 16 bytes. */
  public static final String EVENT_ID_HEADER = "arabica-event-id";

  /** The earliest admitted event time, 1971-01-01: catches zero and seconds read as millis. */
  public static final long EARLIEST = Instants.parse("1971-01-01T00:00:00Z");

  /** The first event time that is too late, 2100-01-01. */
  public static final long LATEST = Instants.parse("2100-01-01T00:00:00Z");

  private final SourcePlan source;
  private final RowDecoder decoder;
  private final Evaluator time;
  private final EventIdentity identity;

  /** For records that are JSON objects, and many. */
  public Admission(SourcePlan source) {
    this(source, new JsonRowDecoder(source), Evaluators::compile);
  }

  /** For so few records that compiling expressions would not pay off. */
  public static Admission ofFew(SourcePlan source) {
    return new Admission(source, new JsonRowDecoder(source), Evaluators::bind);
  }

  Admission(SourcePlan source, RowDecoder decoder, ExprBinder binder) {
    this.source = source;
    this.decoder = decoder;
    this.time = binder.bind(source.time(), source.rowType());
    this.identity = new EventIdentity(source, binder);
  }

  public Admitted admit(RawRecord record) {
    try {
      return event(decoder.decode(record.payload()), record);
    } catch (Rejection e) {
      return deadLetter(e, record);
    }
  }

  /** The same for a row that needs no decoding; a dead letter has no bytes then. */
  public Admitted admit(Row row, RecordPosition position) {
    RawRecord record = new RawRecord(null, position, null);
    try {
      for (int i = 0; i < source.fields().size(); i++) {
        if (row.isNull(i) && !source.fields().get(i).nullable()) {
          throw Rejection.missing(source.fields().get(i).name());
        }
      }
      return event(row, record);
    } catch (Rejection e) {
      return deadLetter(e, record);
    }
  }

  private Event event(Row row, RawRecord record) throws Rejection {
    long eventTime = eventTime(row, record.position());
    return new Event(row, eventTime, identity.of(row, record), record.position());
  }

  private DeadLetter deadLetter(Rejection e, RawRecord record) {
    return new DeadLetter(
        source.name(), e.reason(), e.getMessage(), record.payload(), record.position());
  }

  private long eventTime(Row row, RecordPosition position) throws Rejection {
    if (!time.evaluate(row)) {
      throw new Rejection(NULL_TIME, "the time expression is null");
    }
    long micros = time.longResult();
    if (micros < EARLIEST || micros >= LATEST) {
      throw new Rejection(
          TIME_OUT_OF_RANGE,
          "event time " + Instants.pretty(micros) + " is not in the years 1971 to 2099");
    }
    if (position instanceof KafkaPosition kafka) {
      requireNotAhead(micros, kafka.timestampMicros());
    }
    return micros;
  }

  private void requireNotAhead(long micros, long clock) throws Rejection {
    if (clock != KafkaPosition.NO_TIMESTAMP && micros > clock + source.aheadMicros()) {
      throw new Rejection(
          AHEAD_OF_CLOCK,
          "event time "
              + Instants.pretty(micros)
              + " is more than "
              + Instants.prettyDuration(source.aheadMicros())
              + " ahead of its record's timestamp "
              + Instants.pretty(clock));
    }
  }

  /** The identity of a record's position: topic, partition and offset, or file and row. */
  public static EventId positionId(RecordPosition position) {
    return EventIdentity.ofPosition(position);
  }
}
