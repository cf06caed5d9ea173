package dev.arabica.reference;

import static dev.arabica.reference.World.Spec.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.intake.DataFileException;
import dev.arabica.intake.DeadLetter.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluationTest {
  private static final Plan PLAN =
      World.plan(
          Optional.empty(),
          of("count", null, "1h"),
          of("avg", "n", "1h"),
          of("last_n", "text", "6h"));
  private static final String EVENTS =
      """
      ts,user,n,price,text
      2025-11-29T15:30:00Z,u,1,,"a, b"
      2025-11-29T15:40:00Z,u,2,,c
      2025-11-29T15:40:00Z,v,7,,
      1970-01-01T00:00:01Z,u,9,,
      2025-11-29T15:40:00Z,u,x,,
      """;

  @TempDir Path folder;

  @Test
  void theOutputRepeatsTheSpineAndAddsTheFeatures() throws IOException {
    Path spine =
        file(
            "spine.csv",
            """
            label,event_ts,user_id,feature_watermark
            1,2025-11-29T16:00:00Z,u,
            0,2025-11-29T16:00:00Z,u,2025-11-29T15:35:00Z
            1,,u,
            ,2025-11-29T16:00:00Z,,
            "",2025-11-29T16:00:00Z,nobody,
            """);
    Path out = folder.resolve("out.csv");
    Evaluation.Outcome outcome = run(spine, out);
    assertThat(out)
        .hasContent(
            """
            label,event_ts,user_id,feature_watermark,u.f0,u.f1,u.f2
            1,2025-11-29T16:00:00.000000Z,u,,2,1.5,"[""c"",""a, b""]"
            0,2025-11-29T16:00:00.000000Z,u,2025-11-29T15:35:00.000000Z,1,1.0,"[""a, b""]"
            1,,u,,,,
            ,2025-11-29T16:00:00.000000Z,,,,,
            "",2025-11-29T16:00:00.000000Z,nobody,,0,,[]
            """);
    assertThat(outcome.rows()).isEqualTo(5);
    assertThat(outcome.events()).isEqualTo(3);
    assertThat(outcome.deadLetters())
        .isEqualTo(Map.of(Reason.TIME_OUT_OF_RANGE, 1L, Reason.WRONG_TYPE, 1L));
    assertThat(outcome.examples().get(Reason.WRONG_TYPE).detail()).contains("`n`");
  }

  @Test
  void jsonLinesInAndOut() throws IOException {
    Path spine =
        file(
            "spine.jsonl",
            "{\"user_id\":\"u\",\"event_ts\":\"2025-11-29T16:00:00Z\",\"label\":true}\n");
    Path out = folder.resolve("out.jsonl");
    run(spine, out);
    assertThat(out)
        .hasContent(
            "{\"user_id\":\"u\",\"event_ts\":\"2025-11-29T16:00:00.000000Z\",\"label\":true,"
                + "\"u.f0\":2,\"u.f1\":1.5,\"u.f2\":[\"c\",\"a, b\"]}\n");
  }

  @Test
  void unknownNamesAreErrors() throws IOException {
    Path spine = file("spine.csv", "user_id,event_ts\n");
    Path events = file("events.csv", EVENTS);
    Path out = folder.resolve("out.csv");
    assertThatThrownBy(() -> Evaluation.run(PLAN, "away", Map.of(), spine, out))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("`away`");
    assertThatThrownBy(
            () -> Evaluation.run(PLAN, "home", Map.of("clicks", List.of(events)), spine, out))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("`clicks`");
  }

  @Test
  void aSourceWithoutFilesIsAnError() throws IOException {
    Path spine = file("spine.csv", "user_id,event_ts\n");
    assertThatThrownBy(
            () -> Evaluation.run(PLAN, "home", Map.of(), spine, folder.resolve("out.csv")))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("shop.views");
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void aMissingEventFileIsNamed() throws IOException {
    Path spine = file("spine.csv", "user_id,event_ts\n");
    Path none = folder.resolve("none.csv");
    assertThatThrownBy(
            () ->
                Evaluation.run(
                    PLAN, "home", Map.of("views", List.of(none)), spine, folder.resolve("out.csv")))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("none.csv");
  }

  @Test
  void anEmptyEventFileGivesEmptyWindows() throws IOException {
    Path spine = file("spine.csv", "user_id,event_ts\nu,2025-11-29T16:00:00Z\n");
    Path events = file("none.csv", "");
    Path out = folder.resolve("out.csv");
    Evaluation.Outcome outcome =
        Evaluation.run(PLAN, "shop.home", Map.of("shop.views", List.of(events)), spine, out);
    assertThat(outcome.events()).isZero();
    assertThat(Files.readString(out)).endsWith("u,2025-11-29T16:00:00.000000Z,0,,[]\n");
  }

  private Evaluation.Outcome run(Path spine, Path out) throws IOException {
    Path events = file("events.csv", EVENTS);
    return Evaluation.run(PLAN, "home", Map.of("views", List.of(events)), spine, out);
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
