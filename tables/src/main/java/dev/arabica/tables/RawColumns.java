package dev.arabica.tables;

/**
 * The columns that a raw table has beside the fields its source declares. They start with an
 * underscore, so that a field may have the plain name.
 */
public final class RawColumns {
  /** Event time as the plan evaluated it at admission. */
  public static final String EVENT_TIME = "_event_time";

  /** The 16 bytes of the event's identity. */
  public static final String EVENT_ID = "_event_id";

  /** When the row was taken in. */
  public static final String INGEST_TIME = "_ingest_time";

  /** Of a record from Kafka; else null. */
  public static final String KAFKA_PARTITION = "_kafka_partition";

  /** Of a record from Kafka; else null. */
  public static final String KAFKA_OFFSET = "_kafka_offset";

  /** The file's name, of a record from a file; else null. */
  public static final String ORIGIN_FILE = "_origin_file";

  /** Counted from 1, of a record from a file; else null. */
  public static final String FILE_ROW = "_file_row";

  private RawColumns() {}
}
