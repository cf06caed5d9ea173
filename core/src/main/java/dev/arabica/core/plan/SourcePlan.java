package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * A stream of events.
 *
 * @param name qualified name
 * @param topic the Kafka topic, absent for a source that is only ingested from files
 * @param table the Iceberg table of raw rows, {@code namespace.name}
 * @param time event time, a timestamp expression over the fields
 * @param behindMicros how far the clock trails the newest event
 * @param lateMicros how long after its end the stream still corrects a block
 * @param aheadMicros how far an event may be ahead of its Kafka timestamp
 * @param format how a record of the topic is read
 */
public record SourcePlan(
    String name,
    Optional<String> topic,
    String table,
    List<SourceField> fields,
    Expr time,
    long behindMicros,
    long lateMicros,
    long aheadMicros,
    Optional<Dedup> dedup,
    Format format) {

  public SourcePlan {
    fields = List.copyOf(fields);
  }

  /** A source whose records are JSON. */
  public SourcePlan(
      String name,
      Optional<String> topic,
      String table,
      List<SourceField> fields,
      Expr time,
      long behindMicros,
      long lateMicros,
      long aheadMicros,
      Optional<Dedup> dedup) {
    this(
        name,
        topic,
        table,
        fields,
        time,
        behindMicros,
        lateMicros,
        aheadMicros,
        dedup,
        Format.JSON);
  }

  /** The type of this source's rows: its fields in declared order. */
  public RowType rowType() {
    return new RowType(
        fields.stream()
            .map(field -> new Type.Field(field.name(), field.type(), field.nullable()))
            .toList());
  }

  public boolean isNamed(String typed) {
    return Names.matches(name, typed);
  }

  /** One declared field. */
  public record SourceField(String name, Type type, boolean nullable, TimeEncoding encoding) {}

  /** How a timestamp field stands in the input; {@code ISO} for every other type. */
  public enum TimeEncoding {
    ISO(0),
    SECONDS(1_000_000),
    MILLIS(1_000),
    MICROS(1);

    private final long micros;

    TimeEncoding(long micros) {
      this.micros = micros;
    }

    /** Microseconds in one unit of the encoding; 0 for ISO text. */
    public long microsPerUnit() {
      return micros;
    }
  }

  /**
   * Events with the same key whose event times fall into the same interval of {@code withinMicros}
   * (aligned to the epoch) are one event.
   */
  public record Dedup(List<Expr> key, long withinMicros) {
    public Dedup {
      key = List.copyOf(key);
    }
  }

  /**
   * How the bytes of a record become a row.
   *
   * @param schema path of the schema's file
   * @param message the message of the schema that a record is
   */
  public record Format(Kind kind, Optional<String> schema, Optional<String> message) {
    public static final Format JSON = new Format(Kind.JSON, Optional.empty(), Optional.empty());

    /** The encodings a topic may have. */
    public enum Kind {
      JSON,
      AVRO,
      PROTOBUF
    }
  }
}
