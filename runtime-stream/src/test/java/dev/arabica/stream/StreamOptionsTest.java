package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamOptionsTest {
  @Test
  void whatIsNotGivenHasADefault() {
    StreamOptions options = parse("--env", "e", "--bootstrap", "h:1");
    assertThat(options.parallelism()).isEqualTo(2);
    assertThat(options.checkpointInterval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(options.quietAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(options.completeFrom()).isEqualTo(Long.MIN_VALUE);
    assertThat(options.cluster()).isFalse();
  }

  @Test
  void everyOptionIsRead() {
    StreamOptions options =
        parse(
            "--env",
            "e",
            "--bootstrap",
            "h:1",
            "--cluster",
            "--parallelism",
            "4",
            "--checkpoint-interval",
            "500ms",
            "--quiet-after",
            "1m",
            "--complete-from",
            "1970-01-01T00:00:01Z");
    assertThat(options.parallelism()).isEqualTo(4);
    assertThat(options.checkpointInterval()).isEqualTo(Duration.ofMillis(500));
    assertThat(options.quietAfter()).isEqualTo(Duration.ofMinutes(1));
    assertThat(options.completeFrom()).isEqualTo(1_000_000);
    assertThat(options.cluster()).isTrue();
  }

  @Test
  void aWrongArgumentIsNamed() {
    refused("--bootstrap is missing", "--env", "e");
    refused("--env has no value", "--env");
    refused("unknown option --x", "--x", "1");
    refused("--quiet-after is not a length of time", "--quiet-after", "0s");
    refused("--parallelism is not a number of tasks: 0", "--parallelism", "0");
  }

  private static void refused(String message, String... args) {
    assertThatThrownBy(() -> StreamOptions.parse(args))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }

  private static StreamOptions parse(String... args) {
    return StreamOptions.parse(args);
  }
}
