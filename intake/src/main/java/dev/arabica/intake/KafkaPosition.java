package dev.arabica.intake;

/**
 * A record of a Kafka topic.
 *
 * @param timestampMicros the record's Kafka timestamp, microseconds since the epoch, or {@link
 *     #NO_TIMESTAMP}
 */
public record KafkaPosition(String topic, int partition, long offset, long timestampMicros)
    implements RecordPosition {
  /** Stands for a record without a timestamp. */
  public static final long NO_TIMESTAMP = Long.MIN_VALUE;

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
