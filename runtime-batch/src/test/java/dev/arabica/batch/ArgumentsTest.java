package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Arguments.Syntax SYNTAX =
      new Arguments.Syntax(Set.of("--env", "--through"), Set.of("--from"), Set.of("--debug"));

  @Test
  void takesOperandsOptionsAndFlagsInAnyOrder() {
    Arguments arguments =
        parse("views", "--from", "a", "b", "--env", "dir", "more", "--debug", "--from", "c");
    assertThat(arguments.operands()).containsExactly("views", "more");
    assertThat(arguments.all("--from")).containsExactly("a", "b", "c");
    assertThat(arguments.require("--env")).isEqualTo("dir");
    assertThat(arguments.has("--debug")).isTrue();
    assertThat(arguments.instant("--through")).isEmpty();
    assertThat(parse("--through", "1970-01-01T00:00:01Z").instant("--through")).hasValue(1_000_000);
  }

  @Test
  void namesWhatIsWrong() {
    assertWrong("unknown option --form", "--form", "a");
    assertWrong("option --env needs a value", "--env", "--debug");
    assertWrong("option --from needs a value", "--from");
    assertWrong("option --env is given twice", "--env", "a", "--env", "b");
    assertThatThrownBy(() -> parse().require("--env")).hasMessage("option --env is missing");
    assertThatThrownBy(() -> parse("--through", "noon").instant("--through"))
        .hasMessageStartingWith("option --through: `noon` is not an ISO-8601 instant");
  }

  private static void assertWrong(String message, String... words) {
    assertThatThrownBy(() -> parse(words)).isInstanceOf(UsageException.class).hasMessage(message);
  }

  private static Arguments parse(String... words) {
    return Arguments.parse(List.of(words), SYNTAX);
  }
}
