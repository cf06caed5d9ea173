package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.plan.SourcePlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EventFilesTest {
  private static final String TS = "1764432605000";

  @TempDir Path folder;

  @Test
  void csvIsReadByItsHeader() throws IOException {
    List<Admitted> read =
        csv(
            "other,user,ts,id,n,x,f,ok,at,secs,micros,day,raw,tags,item\n"
                + "?,u,"
                + TS
                + ",1,-7,1e3,0.1,1,2025-11-29T16:10:05Z,1764432605,1764432605000000,2025-11-29,AAH/,"
                + "\"[\"\"a\"\",null]\",\"{\"\"name\"\":\"\"n\"\"}\"\n");
    Event event = (Event) read.get(0);
    assertThat(event.row().getValue(2)).isEqualTo("u");
    assertThat(event.row().getValue(3)).isEqualTo(-7L);
    assertThat(event.row().getValue(4)).isEqualTo(1000.0);
    assertThat(event.row().getValue(5)).isEqualTo((double) 0.1f);
    assertThat(event.row().getValue(6)).isEqualTo(true);
    assertThat(event.row().getValue(7)).isEqualTo(event.eventTime());
    assertThat(event.row().getValue(8)).isEqualTo(event.eventTime());
    assertThat(event.row().getValue(9)).isEqualTo(event.eventTime());
    assertThat(event.row().getValue(10)).isEqualTo(20421L);
    assertThat(event.row().getValue(11)).isEqualTo(new byte[] {0, 1, -1});
    assertThat(event.row().getValue(12)).isEqualTo(Arrays.asList("a", null));
    assertThat(event.row().getValue(13)).isEqualTo(Arrays.asList("n", null));
  }

  @Test
  void anUnquotedEmptyFieldIsNullAndAQuotedOneIsNot() throws IOException {
    List<Admitted> read = csv("id,ts,user\n1," + TS + ",\n2," + TS + ",\"\"\n");
    assertThat(((Event) read.get(0)).row().getValue(2)).isNull();
    assertThat(((Event) read.get(1)).row().getValue(2)).isEqualTo("");
  }

  @Test
  void quotedFieldsHoldCommasQuotesAndLineEnds() throws IOException {
    List<Admitted> read =
        csv("id,ts,user\r\n1," + TS + ",\"a,\"\"b\"\"\r\nc\"\r\n\r\n2," + TS + ",plain\r\n");
    assertThat(read).hasSize(2);
    assertThat(((Event) read.get(0)).row().getValue(2)).isEqualTo("a,\"b\"\r\nc");
    assertThat(read.get(1).position()).isEqualTo(new FilePosition("events.csv", 2));
  }

  @Test
  void theLastLineNeedsNoEnd() throws IOException {
    assertThat(csv("id,ts\n1," + TS)).hasSize(1);
  }

  @Test
  void aRaggedLineIsADeadLetterAndTheNextIsRead() throws IOException {
    List<Admitted> read = csv("id,ts\n1\n1," + TS + ",3\n1," + TS + "\n");
    assertThat(read.get(0))
        .isInstanceOfSatisfying(
            DeadLetter.class,
            letter -> {
              assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MALFORMED);
              assertThat(letter.detail()).contains("1 fields", "2 columns");
              assertThat(letter.raw()).isEqualTo("1".getBytes(StandardCharsets.UTF_8));
              assertThat(letter.position()).isEqualTo(new FilePosition("events.csv", 1));
            });
    assertThat(read.get(1)).isInstanceOf(DeadLetter.class);
    assertThat(read.get(2)).isInstanceOf(Event.class);
  }

  @Test
  void bytesThatAreNotUtf8AreADeadLetterThatKeepsThem() throws IOException {
    byte[] content = ("id,ts,user\n1," + TS + ",é\n").getBytes(StandardCharsets.ISO_8859_1);
    DeadLetter letter = (DeadLetter) read(write("events.csv", content)).get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MALFORMED);
    assertThat(letter.raw()).isEqualTo(Arrays.copyOfRange(content, 11, content.length - 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0", "", " 1", "0x1", "1_0", "١", "9223372036854775808"})
  void aTextThatIsNoWholeNumberIsAWrongType(String text) throws IOException {
    DeadLetter letter = (DeadLetter) csv("id,ts\n\"" + text + "\"," + TS + "\n").get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.WRONG_TYPE);
    assertThat(letter.detail()).isEqualTo("field `id`: wanted int64, found \"" + text + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x:1d", "x:0x1p3", "x: 1", "x:1e999", "ok:yes", "ok:TRUE", "at:now"})
  void aTextOfAnotherTypeIsAWrongType(String cell) throws IOException {
    String[] parts = cell.split(":");
    DeadLetter letter =
        (DeadLetter) csv("id,ts," + parts[0] + "\n1," + TS + "," + parts[1] + "\n").get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.WRONG_TYPE);
    assertThat(letter.detail()).startsWith("field `" + parts[0] + "`");
  }

  @Test
  void anEmptyRequiredFieldIsMissing() throws IOException {
    DeadLetter letter = (DeadLetter) csv("id,ts\n," + TS + "\n").get(0);
    assertThat(letter.reason()).isEqualTo(DeadLetter.Reason.MISSING_FIELD);
  }

  @Test
  void aRequiredColumnThatIsNotThereIsOneErrorForTheFile() {
    assertThatThrownBy(() -> csv("user,n\nu,1\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("events.csv", "`id`, `ts`", "shop.events", "[user, n]");
  }

  @Test
  void aColumnThatIsThereTwiceIsAnError() {
    assertThatThrownBy(() -> csv("id,ts,id\n1," + TS + ",2\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("`id` is there twice");
  }

  @Test
  void anEmptyFileHasNoEvents() throws IOException {
    assertThat(csv("")).isEmpty();
    assertThat(csv("id,ts\n")).isEmpty();
    assertThat(read(write("events.jsonl", new byte[0]))).isEmpty();
    assertThat(read(write("events", new byte[0]))).isEmpty();
  }

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.csv");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataFileException.class)
        .hasMessage("no such file: " + file);
    assertThatThrownBy(() -> read(folder))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"events.jsonl", "events.jsonl.gz", "events", "events.txt"})
  void jsonLinesAreReadBlankLinesSkipped(String name) throws IOException {
    String content = "\n{\"id\":1,\"ts\":" + TS + "}\r\n \nnonsense\n{\"id\":2,\"ts\":" + TS + "}";
    List<Admitted> read = read(write(name, content.getBytes(StandardCharsets.UTF_8)));
    assertThat(read).hasSize(3);
    assertThat(((Event) read.get(0)).row().getValue(0)).isEqualTo(1L);
    assertThat(((DeadLetter) read.get(1)).raw()).isEqualTo("nonsense".getBytes());
    assertThat(read.get(2).position()).isEqualTo(new FilePosition(name, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"events.csv", "events.csv.gz"})
  void gzipIsToldByContent(String name) throws IOException {
    byte[] content = ("id,ts\n1," + TS + "\n").getBytes(StandardCharsets.UTF_8);
    assertThat(read(write(name, gzip(content)))).hasSize(1);
    assertThat(read(write(name, content))).hasSize(1);
  }

  @Test
  void aGzipFileCutShortIsAnErrorThatNamesIt() throws IOException {
    byte[] whole = gzip(("id,ts\n" + ("1," + TS + "\n").repeat(1000)).getBytes());
    Path file = write("cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("cut.csv.gz");
  }

  @Test
  void aByteOrderMarkIsSkipped() throws IOException {
    assertThat(csv("\uFEFFid,ts\n1," + TS + "\n").get(0)).isInstanceOf(Event.class);
  }

  @Test
  void recordsLongerThanTheBufferAreWhole() throws IOException {
    String user = "x,\n".repeat(70_000);
    List<Admitted> read = csv("id,ts,user\n1," + TS + ",\"" + user + "\"\n2," + TS + ",v\n");
    assertThat(((Event) read.get(0)).row().getValue(2)).isEqualTo(user);
    assertThat(((Event) read.get(1)).row().getValue(2)).isEqualTo("v");
  }

  @Test
  void aQuoteInsideAnUnquotedFieldSwallowsNoOtherLine() throws IOException {
    assertThat(csv("id,ts,user\n1," + TS + ",a\"b\n2," + TS + ",c\n")).hasSize(2);
  }

  private List<Admitted> csv(String content) throws IOException {
    return read(write("events.csv", content.getBytes(StandardCharsets.UTF_8)));
  }

  private Path write(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  private static List<Admitted> read(Path file) {
    SourcePlan source = Sources.plain();
    List<Admitted> all = new ArrayList<>();
    try (RecordIterator<Admitted> records = EventFiles.read(source, file)) {
      records.forEachRemaining(all::add);
    }
    return all;
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
