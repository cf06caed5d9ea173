package dev.arabica.batch;

import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import dev.arabica.intake.EventFiles;
import dev.arabica.intake.RecordIterator;
import dev.arabica.tables.DeadLetterTable;
import dev.arabica.tables.Environment;
import dev.arabica.tables.RawEvent;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.RejectedRecord;
import dev.arabica.tables.TableFileWriter;
import dev.arabica.tables.Tables;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Reads one file of events into files of the raw table and the dead-letter table, without
 * committing them. Travels to the tasks, and runs as well without any.
 *
 * @param environment the environment's folder
 */
record IngestTask(String environment, String planJson, String source) implements Serializable {

  /**
   * What came of a file.
   *
   * @param identity see {@link InputIdentity}
   * @param newest the latest event time, microseconds since the epoch; {@code Long.MIN_VALUE} for
   *     none
   * @param rawFiles as the raw table encodes them
   * @param deadLetterFiles as the dead-letter table encodes them
   */
  record Ingested(
      String identity,
      long rows,
      long deadLetters,
      long newest,
      byte[] rawFiles,
      byte[] deadLetterFiles)
      implements Serializable {}

  /** A file to read; its identity is known already. */
  record Input(String path, String identity) implements Serializable {}

  /**
   * Reads the file.
   *
   * @throws dev.arabica.intake.DataFileException naming the file if it cannot be read
   */
  Ingested run(Input input) {
    SourcePlan plan = PlanCodec.fromJson(planJson).source(source);
    try (Tables tables = Tables.open(Environment.open(Path.of(environment)));
        RecordIterator<Admitted> records = EventFiles.read(plan, Path.of(input.path))) {
      return new Reading(tables.raw(plan), tables.deadLetters()).take(input, records);
    }
  }

  /** The writers of one file's records. */
  private static final class Reading {
    private final RawTable raw;
    private final DeadLetterTable deadLetters;
    private final TableFileWriter<RawEvent> events;
    private final TableFileWriter<RejectedRecord> rejected;
    private final long now = Instants.toMicros(Instant.now());
    private long rows;
    private long letters;
    private long newest = Long.MIN_VALUE;

    Reading(RawTable raw, DeadLetterTable deadLetters) {
      this.raw = raw;
      this.deadLetters = deadLetters;
      this.events = raw.newFileWriter();
      this.rejected = deadLetters.newFileWriter();
    }

    Ingested take(Input input, RecordIterator<Admitted> records) {
      try {
        while (records.hasNext()) {
          add(records.next());
        }
        return new Ingested(
            input.identity,
            rows,
            letters,
            newest,
            raw.encodeFiles(events.finish()),
            deadLetters.encodeFiles(rejected.finish()));
      } catch (RuntimeException e) {
        events.abort();
        rejected.abort();
        throw e;
      }
    }

    private void add(Admitted admitted) {
      if (admitted instanceof Event event) {
        events.add(new RawEvent(event, now));
        newest = Math.max(newest, event.eventTime());
        rows++;
      } else {
        rejected.add(new RejectedRecord((DeadLetter) admitted, now));
        letters++;
      }
    }
  }
}
