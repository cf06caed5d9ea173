package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TrainArgumentsTest {
  @Test
  void hasDefaults() {
    TrainArguments arguments =
        TrainArguments.parse("--spine", "s.csv", "--features", "rank", "-o", "out");
    TrainOptions options = arguments.options();
    assertThat(arguments.environment()).isEqualTo(Path.of(".arabica"));
    assertThat(arguments.plan()).isEmpty();
    assertThat(options.spine()).isEqualTo(Path.of("s.csv"));
    assertThat(options.features()).isEqualTo("rank");
    assertThat(options.output()).isEqualTo(Path.of("out"));
    assertThat(options.blocks()).isEqualTo(Blocks.AS_SERVED);
    assertThat(options.format()).isEqualTo(Format.PARQUET);
    assertThat(options.await()).isEmpty();
    assertThat(options.allowPartial() || options.overwrite() || options.statuses()).isFalse();
  }

  @Test
  void takesEveryOption() {
    TrainOptions options =
        TrainArguments.parse(
                ("--env e --plan p --master local[1] --spine s --features f --output o"
                        + " --blocks corrected --format jsonl --wait --wait-timeout 90s"
                        + " --allow-partial --overwrite --status")
                    .split(" "))
            .options();
    assertThat(options.blocks()).isEqualTo(Blocks.CORRECTED);
    assertThat(options.format()).isEqualTo(Format.JSONL);
    assertThat(options.await()).contains(Duration.ofSeconds(90));
    assertThat(options.allowPartial() && options.overwrite() && options.statuses()).isTrue();
  }

  @Test
  void waitsTenMinutesUnlessTold() {
    assertThat(
            TrainArguments.parse("--wait", "--spine", "s", "--features", "f", "-o", "o")
                .options()
                .await())
        .contains(Duration.ofMinutes(10));
  }

  @Test
  void namesWhatIsWrong() {
    refuses("`--spine` is missing", "--features", "f", "-o", "o");
    refuses("unknown argument `--sqine`", "--sqine", "s");
    refuses("`--output` needs a value", "-o");
    refuses("`--spine` is given twice", "--spine", "a", "--spine", "b");
    refuses(
        "`--blocks` is as-served or corrected, not `latest`",
        "--spine",
        "s",
        "--features",
        "f",
        "-o",
        "o",
        "--blocks",
        "latest");
    refuses("such as 90s or 10m", "--wait-timeout", "soon", "--spine", "s");
  }

  private static void refuses(String message, String... arguments) {
    assertThatThrownBy(() -> TrainArguments.parse(arguments))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(message);
  }
}
