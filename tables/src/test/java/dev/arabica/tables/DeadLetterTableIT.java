package dev.arabica.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.KafkaPosition;
import dev.arabica.intake.RecordPosition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLetterTableIT {
  @TempDir Path folder;

  @Test
  void keepsTheRecordItsReasonAndItsPosition() throws Exception {
    List<RecordPosition> positions =
        List.of(
            new KafkaPosition("views", 3, 99, Samples.NOON),
            new KafkaPosition("views", 3, 100, KafkaPosition.NO_TIMESTAMP),
            new FilePosition("views.csv", 7));
    try (Tables tables = Tables.open(Environment.create(folder))) {
      DeadLetterTable letters = tables.deadLetters();
      assertThat(letters.count()).isZero();

      for (int attempt = 0; attempt < 2; attempt++) {
        TableFileWriter<RejectedRecord> writer = letters.newFileWriter();
        positions.forEach(position -> writer.add(rejected(position)));
        byte[] bytes = letters.encodeFiles(writer.finish());
        letters.commit(letters.decodeFiles(bytes), new CommitId("job", 1));
      }

      assertThat(letters.count()).isEqualTo(3);
      assertThat(letters.lastCheckpoint("job")).hasValue(1);
      assertThat(Samples.all(letters.records()))
          .usingRecursiveFieldByFieldElementComparator()
          .containsExactlyInAnyOrderElementsOf(
              positions.stream().map(DeadLetterTableIT::rejected).toList());
    }
  }

  private static RejectedRecord rejected(RecordPosition position) {
    byte[] raw = {'{', (byte) 0xFF};
    return new RejectedRecord(
        new DeadLetter("s.views", DeadLetter.Reason.WRONG_TYPE, "a string", raw, position),
        Samples.NOON);
  }
}
