package dev.arabica.benchmarks.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All contestants come to the same for the same keys. */
class LookupsTest {
  private static final Tiles TILES = Tiles.of(7, 20);

  @ParameterizedTest
  @MethodSource("contestants")
  void comesToTheTruth(Map.Entry<String, Function<Tiles, Lookup>> contestant) {
    Lookup lookup = contestant.getValue().apply(TILES);
    long sum = 0;
    for (int key = 0; key < TILES.keys(); key++) {
      long values = lookup.lookUp(key);
      assertThat(lookup.answers()).isEqualTo(TILES.answers(key));
      assertThat(values).isEqualTo(lookup.answers().stream().mapToLong(this::sum).sum());
      sum += values;
    }
    assertThat(lookup.operations()).isEqualTo(20);
    assertThat(lookup.run()).isEqualTo(sum);
  }

  private long sum(Answer answer) {
    return answer.count() + answer.sum() + answer.min() + answer.max() + answer.last();
  }

  static Set<Map.Entry<String, Function<Tiles, Lookup>>> contestants() {
    return Lookups.contestants().entrySet();
  }
}
