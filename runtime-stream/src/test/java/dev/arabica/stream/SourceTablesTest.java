package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.KafkaPosition;
import dev.arabica.tables.Control;
import dev.arabica.tables.DeadLetterTable;
import dev.arabica.tables.Environment;
import dev.arabica.tables.RejectedRecord;
import dev.arabica.tables.TableFileWriter;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTablesTest {
  @Test
  void aCheckpointOfDeadLettersAloneCountsAsCommitted(@TempDir Path folder) {
    PlannedSource source = PlannedSource.streamed(ViewsPlan.plan()).get(0);
    try (Tables tables = Tables.open(Environment.create(folder))) {
      SourceTables sourceTables = new SourceTables(tables, source);
      assertThat(sourceTables.lastCheckpoint("job")).isEmpty();
      PendingCheckpoint checkpoint = PendingCheckpoint.of(4, List.of(letters(tables)));
      sourceTables.commit("job", checkpoint, Control.NONE, false);
      assertThat(sourceTables.lastCheckpoint("job")).hasValue(4);
      assertThat(sourceTables.lastCheckpoint("another")).isEmpty();
    }
  }

  private static Flush letters(Tables tables) {
    DeadLetterTable table = tables.deadLetters();
    TableFileWriter<RejectedRecord> writer = table.newFileWriter();
    KafkaPosition position = new KafkaPosition(ViewsPlan.TOPIC, 0, 1, 0);
    DeadLetter letter =
        new DeadLetter(
            ViewsPlan.SOURCE, DeadLetter.Reason.MALFORMED, "not JSON", new byte[] {1}, position);
    writer.add(new RejectedRecord(letter, 0));
    byte[] files = table.encodeFiles(writer.finish());
    return new Flush(Flush.Kind.DEAD_LETTERS, ClockTime.UNSTARTED, files, new Tally());
  }
}
