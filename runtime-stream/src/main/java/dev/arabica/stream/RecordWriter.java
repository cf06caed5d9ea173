package dev.arabica.stream;

import dev.arabica.intake.Admitted;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import java.time.Instant;
import dev.arabica.core.time.Instants;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes every record down, events as raw rows and the others as dead letters, and passes the
 * events on.
 */
final class RecordWriter extends AbstractStreamOperator<TimedRow>
    implements OneInputStreamOperator<Admitted, TimedRow> {
  private final PlannedSource source;
  private final RecordLanding.Opener<Event> rawOpener;
  private final RecordLanding.Opener<DeadLetter> deadLetterOpener;

  private transient RecordLanding<Event> raw;
  private transient RecordLanding<DeadLetter> deadLetters;
  private transient Counters counters;
  private transient StreamRecord<TimedRow> reuse;

  RecordWriter(
      PlannedSource source,
      RecordLanding.Opener<Event> rawOpener,
      RecordLanding.Opener<DeadLetter> deadLetterOpener) {
    this.source = source;
    this.rawOpener = rawOpener;
    this.deadLetterOpener = deadLetterOpener;
  }

  @Override
  public void open() throws Exception {
    super.open();
    raw = rawOpener.open(source);
    deadLetters = deadLetterOpener.open(source);
    counters = new Counters(getMetricGroup());
    reuse = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<Admitted> element) throws Exception {
    Admitted record = element.getValue();
    long now = Instants.toMicros(Instant.now());
    if (record instanceof DeadLetter letter) {
      deadLetters.write(letter, now);
      counters.add(Count.DEAD_LETTERS, 1);
      return;
    }
    Event event = (Event) record;
    raw.write(event, now);
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
    try (RecordLanding<Event> first = raw;
        RecordLanding<DeadLetter> second = deadLetters) {
      super.close();
    }
  }
}
