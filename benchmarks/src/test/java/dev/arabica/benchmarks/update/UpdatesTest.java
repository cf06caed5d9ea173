package dev.arabica.benchmarks.update;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All contestants come to the same from the same events. */
class UpdatesTest {
  private static final Events EVENTS = Events.of(7, 100, 5_000);

  @ParameterizedTest
  @MethodSource("contestants")
  void comesToTheTruth(Map.Entry<String, Function<Events, Update>> contestant) {
    Update update = contestant.getValue().apply(EVENTS);
    assertThat(update.operations()).isEqualTo(5_000);
    update.run();
    Update.Keyed again = update.run();
    Map<Long, Answer> truth = Answer.byKey(EVENTS);
    assertThat(truth).hasSizeGreaterThan(90);
    truth.forEach((key, answer) -> assertThat(again.answer(key)).isEqualTo(answer));
  }

  static Set<Map.Entry<String, Function<Events, Update>>> contestants() {
    return Updates.contestants().entrySet();
  }
}
