package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.DataFileException;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.FilePosition;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.RejectedRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPOutputStream;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestIT {
  private static final String CSV =
      """
      request_id,user_id,video_id,value,score,event_ts,unknown
      r1,ann,1,10,0.5,2024-10-04T10:00:00Z,x
      r2,bob,2,-3,,2024-10-04T10:07:00Z,x
      r1,ann,1,10,0.5,2024-10-04T10:00:00Z,x
      """;
  private static final String JSON =
      """
      {"request_id":"r3","user_id":null,"video_id":3,"event_ts":"2024-10-04T11:59:59.999999Z"}
      {"request_id":"r4","user_id":"cyd","video_id":"three","event_ts":"2024-10-04T11:00:00Z"}
      {"request_id":"r5","user_id":"cyd","event_ts":"2024-10-04T11:00:00Z"}
      {"request_id":"r6","video_id":4}
      {"request_id":"r7","video_id":4,"event_ts":"1970-01-20T00:00:00Z"}
      {"request_id":"r8","video_id":4,"event_ts":"2100-01-01T00:00:00Z"}
      {"request_id":
      """;

  @TempDir Path folder;
  private Path files;
  private World world;

  @BeforeEach
  void someFiles() throws IOException {
    files = Files.createDirectories(folder.resolve("files"));
    Files.writeString(files.resolve("plays.csv"), CSV);
    Files.write(files.resolve("plays.jsonl.gz"), gzip(JSON));
    Files.writeString(files.resolve("none.csv"), "");
    world = new World(folder.resolve("env"), Plans.plain());
  }

  @Test
  void aFolderIsReadInTasksAndOnlyOnce() {
    IngestReport report = ingest(files.toString());
    assertThat(report.files()).isEqualTo(3);
    assertThat(report.rows()).isEqualTo(4);
    assertThat(report.deadLetters()).isEqualTo(6);
    assertThat(report.rawWatermark()).hasValue(Instants.parse("2024-10-04T12:00:00Z"));
    assertThat(world.state().completeFrom(world.source.name())).hasValue(Long.MIN_VALUE);
    assertThat(deadLetters())
        .extracting(DeadLetter::reason)
        .containsExactlyInAnyOrder(
            DeadLetter.Reason.WRONG_TYPE,
            DeadLetter.Reason.MISSING_FIELD,
            DeadLetter.Reason.NULL_TIME,
            DeadLetter.Reason.TIME_OUT_OF_RANGE,
            DeadLetter.Reason.TIME_OUT_OF_RANGE,
            DeadLetter.Reason.MALFORMED);
    assertThat(deadLetters())
        .extracting(DeadLetter::position)
        .contains(new FilePosition("plays.jsonl.gz", 6));

    OptionalLong snapshot = raw().snapshotId();
    IngestReport again = ingest(files.toString());
    assertThat(again.skipped()).isEqualTo(3);
    assertThat(again.files()).isZero();
    assertThat(raw().snapshotId()).isEqualTo(snapshot);
    assertThat(world.tables.deadLetters().count()).isEqualTo(6);
  }

  @Test
  void oneFileNeedsNoSparkAndTheWatermarkNeverGoesBack() throws IOException {
    assertThat(ingest(files.resolve("none.csv").toString()).rawWatermark()).isEmpty();
    assertThat(ingest(files.resolve("plays.csv").toString()).rawWatermark())
        .hasValue(Instants.parse("2024-10-04T10:10:00Z"));
    long through = Instants.parse("2024-10-05T00:00:00Z");
    assertThat(ingest(OptionalLong.of(through), files.resolve("plays.csv")).rawWatermark())
        .hasValue(through);
    long back = Instants.parse("2024-10-04T00:00:00Z");
    assertThat(ingest(OptionalLong.of(back), files.resolve("plays.jsonl.gz")).rawWatermark())
        .hasValue(through);
    Files.writeString(files.resolve("plays.csv"), CSV.replace("ann", "eve"));
    assertThat(ingest(files.resolve("plays.csv").toString()).rows()).isEqualTo(3);
  }

  @Test
  void whatIsIngestedCanBeRepaired() {
    ingest(files.toString());
    RepairReport report = world.repair();
    assertThat(report.rowsRead()).isEqualTo(4);
    assertThat(report.nullKeys()).isEqualTo(1);
    assertThat(world.visible()).hasSizeGreaterThan(4);
    assertThat(world.state().watermark(world.source.name()))
        .hasValue(Instants.parse("2024-10-04T12:00:00Z"));
  }

  @Test
  void whatIsWrongIsNamedAndNothingIsIngested() throws IOException {
    Path missing = files.resolve("missing.csv");
    assertThatThrownBy(() -> ingest(files.toString(), missing.toString()))
        .isInstanceOf(DataFileException.class)
        .hasMessage("no such file: " + missing);
    Path lacking = files.resolve("lacking.csv");
    Files.writeString(lacking, "request_id,user_id\nr1,ann\n");
    assertThatThrownBy(() -> ingest(lacking.toString()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining(lacking.toString())
        .hasMessageContaining("video_id");
    assertThatThrownBy(() -> ingest(lacking.toString(), files.resolve("plays.csv").toString()))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining(lacking.toString());
    Ingest.Request request =
        new Ingest.Request("clicks", List.of(missing.toString()), OptionalLong.empty(), 0);
    assertThatThrownBy(() -> ingest(request))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("clicks");
    assertThat(raw().snapshotId()).isEmpty();
  }

  private IngestReport ingest(String... from) {
    return ingest(new Ingest.Request("plays", List.of(from), OptionalLong.empty(), Long.MIN_VALUE));
  }

  private IngestReport ingest(OptionalLong through, Path file) {
    return ingest(
        new Ingest.Request("test.plays", List.of(file.toString()), through, Long.MIN_VALUE));
  }

  private IngestReport ingest(Ingest.Request request) {
    return new Ingest(world.environment, world.plan, world::spark, line -> {}).run(request);
  }

  private RawTable raw() {
    return world.tables.raw(world.source);
  }

  private List<DeadLetter> deadLetters() {
    List<DeadLetter> letters = new ArrayList<>();
    try (CloseableIterable<RejectedRecord> records = world.tables.deadLetters().records()) {
      records.forEach(record -> letters.add(record.letter()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return letters;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
