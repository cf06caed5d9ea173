package dev.arabica.stream;

import dev.arabica.core.time.Instants;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import dev.arabica.tables.RawEvent;
import dev.arabica.tables.RejectedRecord;
import dev.arabica.tables.Tables;
import java.time.Instant;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.IOUtils;

/**
 * Writes every record down, events as raw rows and the others as dead letters, and passes the
 * events on.
 */
final class RecordWriter extends AbstractStreamOperator<TimedRow>
    implements OneInputStreamOperator<Admitted, TimedRow> {
  private final PlannedSource source;
  private final StreamEnvironment environment;

  private transient Tables tables;
  private transient Landing<RawEvent> raw;
  private transient Landing<RejectedRecord> deadLetters;
  private transient Counters counters;
  private transient StreamRecord<TimedRow> reuse;

  RecordWriter(PlannedSource source, StreamEnvironment environment) {
    this.source = source;
    this.environment = environment;
  }

  @Override
  public void open() throws Exception {
    super.open();
    tables = environment.openTables();
    raw = Landing.raw(tables.raw(source.source()));
    deadLetters = Landing.deadLetters(tables.deadLetters());
    counters = new Counters(getMetricGroup());
    reuse = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<Admitted> element) throws Exception {
    Admitted record = element.getValue();
    long now = Instants.toMicros(Instant.now());
    if (record instanceof DeadLetter letter) {
      deadLetters.add(new RejectedRecord(letter, now));
      counters.add(Count.DEAD_LETTERS, 1);
      return;
    }
    Event event = (Event) record;
    raw.add(new RawEvent(event, now));
    counters.add(Count.ADMITTED, 1);
    output.collect(reuse.replace(new TimedRow(event.row(), event.eventTime(), event.id())));
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    hand(Flush.Kind.RAW_ROWS, raw.finish(), counters.take());
    hand(Flush.Kind.DEAD_LETTERS, deadLetters.finish(), new Tally());
  }

  private void hand(Flush.Kind kind, byte[] files, Tally tally) {
    Flush flush = new Flush(kind, ClockTime.UNSTARTED, files, tally);
    output.collect(Outputs.FLUSHES, new StreamRecord<>(flush));
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(raw, deadLetters, tables);
    super.close();
  }
}
