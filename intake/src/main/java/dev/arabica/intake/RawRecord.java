package dev.arabica.intake;

/**
 * A record before it is understood.
 *
 * @param payload its bytes; none where Kafka has a null value
 * @param eventIdHeader the value of the header {@link Admission#EVENT_ID_HEADER}, or null
 */
public record RawRecord(byte[] payload, RecordPosition position, byte[] eventIdHeader) {
  public RawRecord {
    payload = payload == null ? new byte[0] : payload;
  }
}
