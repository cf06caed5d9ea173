package dev.arabica.intake;

import static dev.arabica.intake.DeadLetter.Reason.AHEAD_OF_CLOCK;
import static dev.arabica.intake.DeadLetter.Reason.MALFORMED;
import static dev.arabica.intake.DeadLetter.Reason.MISSING_FIELD;
import static dev.arabica.intake.DeadLetter.Reason.NULL_TIME;
import static dev.arabica.intake.DeadLetter.Reason.TIME_OUT_OF_RANGE;
import static dev.arabica.intake.DeadLetter.Reason.WRONG_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonAdmissionTest {
  private static final long TIME = Instants.parse("2025-11-29T16:10:05Z");
  private static final String START = "{\"id\":1,\"ts\":1764432605000";
  private static final KafkaPosition POSITION = new KafkaPosition("events", 3, 42, TIME);

  private final Admission admission = new Admission(Sources.plain());

  @Test
  void everyTypeIsRead() {
    Row row =
        event(
                START
                    + ",\"user\":\"é\uD83D\uDE00\",\"n\":-7,\"x\":3,\"f\":0.1,\"ok\":true,"
                    + "\"at\":\"2025-11-29T18:10:05.123456+02:00\",\"secs\":1764432605,"
                    + "\"micros\":1764432605000001,\"day\":\"2025-11-29\",\"raw\":\"AAH/\","
                    + "\"tags\":[\"a\",null],\"item\":{\"price\":1,\"other\":[],\"name\":\"n\"}}")
            .row();
    assertThat(row.getValue(0)).isEqualTo(1L);
    assertThat(row.getValue(1)).isEqualTo(TIME);
    assertThat(row.getValue(2)).isEqualTo("é\uD83D\uDE00");
    assertThat(row.getValue(3)).isEqualTo(-7L);
    assertThat(row.getValue(4)).isEqualTo(3.0);
    assertThat(row.getValue(5)).isEqualTo((double) 0.1f);
    assertThat(row.getValue(6)).isEqualTo(true);
    assertThat(row.getValue(7)).isEqualTo(TIME + 123456);
    assertThat(row.getValue(8)).isEqualTo(TIME);
    assertThat(row.getValue(9)).isEqualTo(TIME + 1);
    assertThat(row.getValue(10)).isEqualTo(20421L);
    assertThat(row.getValue(11)).isEqualTo(new byte[] {0, 1, -1});
    assertThat(row.getValue(12)).isEqualTo(Arrays.asList("a", null));
    assertThat(row.getValue(13)).isEqualTo(List.of("n", 1.0));
  }

  @Test
  void anUnknownFieldIsIgnored() {
    Event event = event(START + ",\"new\":{\"a\":[1,{}]},\"user\":\"u\"}");
    assertThat(event.row().getValue(2)).isEqualTo("u");
    assertThat(event.eventTime()).isEqualTo(TIME);
    assertThat(event.position()).isEqualTo(POSITION);
  }

  @Test
  void anAbsentOrNullNullableFieldIsNull() {
    assertThat(event(START + ",\"user\":null}").row().isNull(2)).isTrue();
    assertThat(event(START + "}").row().isNull(2)).isTrue();
  }

  @Test
  void numbersWithoutJsonFormHaveNames() {
    assertThat(event(START + ",\"x\":\"NaN\"}").row().getDouble(4)).isNaN();
    assertThat(event(START + ",\"x\":\"-Infinity\"}").row().getDouble(4))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void negativeZeroIsZero() {
    assertThat(event(START + ",\"x\":-0.0}").row().getValue(4)).isEqualTo(0.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "{",
        "{\"id\":1,\"ts\":1764432605000",
        "{\"id\":1,\"ts\":1764432605000} x",
        "{\"id\":1,\"ts\":1764432605000}{}",
        "[1]",
        "7",
        "null",
        "{id:1}",
        "{\"id\":01}",
        "{\"id\":1,\"ts\":1764432605000,\"id\":2}",
        "{\"id\":1,\"ts\":1764432605000,\"id\":1}",
        "{\"id\":1,\"ts\":1764432605000,\"item\":{\"name\":\"a\",\"name\":\"b\"}}",
        "{\"id\":1,\"ts\":1764432605000,\"user\":\"\\ud83d\"}",
        "{\"id\":1,\"ts\":1764432605000,\"unknown\":[1,}",
        "{\"id\":\"wrong\",\"ts\":1764432605000,\"unknown\":[1,}",
        "{\"id\":[[\"wrong\"]],\"ts\":1764432605000} trailing",
        "{\"id\":1,\"ts\":NaN}"
      })
  void whatIsNotOneJsonObjectIsMalformed(String payload) {
    DeadLetter letter = deadLetter(payload, MALFORMED);
    assertThat(letter.raw()).isEqualTo(payload.getBytes(StandardCharsets.UTF_8));
    assertThat(letter.position()).isEqualTo(POSITION);
    assertThat(letter.source()).isEqualTo("shop.events");
  }

  /** There is no UTF-8 of it, and what Java writes instead would be another value. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"user\":\"a\\ud83d\"",
        "\"user\":\"\\ude00\\ud83d\"",
        "\"tags\":[\"a\",\"\\ud83db\"]",
        "\"item\":{\"name\":\"\\ude00\"}"
      })
  void halfASurrogatePairIsMalformedWhereverItStands(String member) {
    String field = member.substring(1, member.indexOf('"', 1));
    assertThat(deadLetter(START + "," + member + "}", MALFORMED).detail())
        .startsWith("field `" + field)
        .endsWith("half a surrogate pair");
  }

  @Test
  void aWholeSurrogatePairIsACharacter() {
    assertThat(event(START + ",\"user\":\"\\ud83d\\ude00\"}").row().getValue(2))
        .isEqualTo("\uD83D\uDE00");
  }

  @Test
  void bytesThatAreNotUtf8AreMalformedAndKept() {
    byte[] latin1 = (START + ",\"user\":\"é\"}").getBytes(StandardCharsets.ISO_8859_1);
    DeadLetter letter = (DeadLetter) admission.admit(new RawRecord(latin1, POSITION, null));
    assertThat(letter.reason()).isEqualTo(MALFORMED);
    assertThat(letter.detail()).isEqualTo("not UTF-8");
    assertThat(letter.raw()).isEqualTo(latin1);
  }

  @Test
  void utf16IsMalformed() {
    byte[] utf16 = (START + "}").getBytes(StandardCharsets.UTF_16LE);
    assertThat(admission.admit(new RawRecord(utf16, POSITION, null)))
        .isInstanceOfSatisfying(
            DeadLetter.class, letter -> assertThat(letter.reason()).isEqualTo(MALFORMED));
  }

  @Test
  void aNullPayloadIsMalformed() {
    assertThat(admission.admit(new RawRecord(null, POSITION, null)))
        .isInstanceOfSatisfying(
            DeadLetter.class, letter -> assertThat(letter.detail()).isEqualTo("an empty record"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"ts\":1764432605000}", "{\"id\":null,\"ts\":1764432605000}", "{}"})
  void aMissingFieldIsNamed(String payload) {
    assertThat(deadLetter(payload, MISSING_FIELD).detail()).contains("`id`");
  }

  @Test
  void aMissingFieldOfAStructIsNamed() {
    assertThat(deadLetter(START + ",\"item\":{\"price\":1}}", MISSING_FIELD).detail())
        .contains("`item.name`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"id\":\"1\"",
        "\"id\":1.0",
        "\"id\":1e3",
        "\"id\":true",
        "\"id\":[1]",
        "\"id\":{\"a\":1}",
        "\"id\":9223372036854775808",
        "\"n\":2147483648",
        "\"n\":-2147483649",
        "\"n\":0.5",
        "\"x\":\"1.5\"",
        "\"x\":1e999",
        "\"f\":1e39",
        "\"ok\":1",
        "\"ok\":\"true\"",
        "\"user\":5",
        "\"user\":[\"a\"]",
        "\"at\":1764432605000",
        "\"at\":\"2025-11-29 16:10:05\"",
        "\"at\":\"2025-11-29T16:10:05\"",
        "\"secs\":\"2025-11-29T16:10:05Z\"",
        "\"secs\":1764432605.0",
        "\"secs\":9223372036854775807",
        "\"day\":\"2025-02-30\"",
        "\"day\":20421",
        "\"raw\":\"not base64!\"",
        "\"tags\":\"a\"",
        "\"tags\":[\"a\",1]",
        "\"item\":[]",
        "\"item\":{\"name\":1}"
      })
  void aWrongTypeNamesFieldAndFinding(String member) {
    String others = member.startsWith("\"id\"") ? "{\"ts\":1764432605000," : START + ",";
    DeadLetter letter = deadLetter(others + member + "}", WRONG_TYPE);
    String field = member.substring(1, member.indexOf('"', 1));
    assertThat(letter.detail()).startsWith("field `" + field).contains("wanted", "found");
  }

  @Test
  void aWrongTypeSaysWhatWasWantedAndFound() {
    assertThat(deadLetter("{\"ts\":1764432605000,\"id\":\"one\"}", WRONG_TYPE).detail())
        .isEqualTo("field `id`: wanted int64, found string \"one\"");
    assertThat(deadLetter(START + ",\"tags\":[\"a\",1]}", WRONG_TYPE).detail())
        .isEqualTo("field `tags[1]`: wanted string, found 1");
  }

  @ParameterizedTest
  @ValueSource(
      longs = {0, -1, 31_535_999_999L, 1_764_432_605L, 4_102_444_800_000L, 1_764_432_605_000_000L})
  void aTimeOutOfRangeIsADeadLetter(long millis) {
    deadLetter("{\"id\":1,\"ts\":" + millis + "}", TIME_OUT_OF_RANGE);
  }

  @Test
  void theRangeIsHalfOpen() {
    assertThat(admitAt(Admission.EARLIEST, KafkaPosition.NO_TIMESTAMP)).isInstanceOf(Event.class);
    assertThat(admitAt(Admission.LATEST - 1_000, KafkaPosition.NO_TIMESTAMP))
        .isInstanceOf(Event.class);
  }

  @Test
  void aNullTimeIsADeadLetter() {
    Admitted admitted =
        new Admission(Sources.timedByNullable())
            .admit(new RawRecord((START + "}").getBytes(StandardCharsets.UTF_8), POSITION, null));
    assertThat(((DeadLetter) admitted).reason()).isEqualTo(NULL_TIME);
  }

  @Test
  void anEventAheadOfItsRecordByMoreThanAllowedIsADeadLetter() {
    long allowed = 5 * Instants.MICROS_PER_MINUTE;
    assertThat(admitAt(TIME + allowed, TIME)).isInstanceOf(Event.class);
    assertThat(admitAt(TIME + allowed + 1_000, TIME))
        .isInstanceOfSatisfying(
            DeadLetter.class, letter -> assertThat(letter.reason()).isEqualTo(AHEAD_OF_CLOCK));
  }

  @Test
  void withoutATimestampNothingIsAhead() {
    assertThat(admitAt(TIME, KafkaPosition.NO_TIMESTAMP)).isInstanceOf(Event.class);
    byte[] payload = (START + "}").getBytes(StandardCharsets.UTF_8);
    assertThat(admission.admit(new RawRecord(payload, new FilePosition("f", 1), null)))
        .isInstanceOf(Event.class);
  }

  @Test
  void aRejectionLeavesNothingBehind() {
    deadLetter(START + ",\"user\":\"u\",\"n\":\"x\"}", WRONG_TYPE);
    assertThat(event(START + "}").row().isNull(2)).isTrue();
  }

  private Admitted admitAt(long micros, long kafkaMicros) {
    String payload = "{\"id\":1,\"ts\":" + micros / 1_000 + "}";
    return admission.admit(
        new RawRecord(
            payload.getBytes(StandardCharsets.UTF_8),
            new KafkaPosition("events", 0, 0, kafkaMicros),
            null));
  }

  private Admitted admit(String payload) {
    return admission.admit(new RawRecord(payload.getBytes(StandardCharsets.UTF_8), POSITION, null));
  }

  private Event event(String payload) {
    Admitted admitted = admit(payload);
    assertThat(admitted).isInstanceOf(Event.class);
    return (Event) admitted;
  }

  private DeadLetter deadLetter(String payload, DeadLetter.Reason reason) {
    Admitted admitted = admit(payload);
    assertThat(admitted).as(payload).isInstanceOf(DeadLetter.class);
    DeadLetter letter = (DeadLetter) admitted;
    assertThat(letter.reason()).as(letter.detail()).isEqualTo(reason);
    return letter;
  }
}
