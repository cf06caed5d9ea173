package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** The laws of any and all, where the deciding value is rare enough not to decide everything. */
class QuantifierLawsTest {
  private static List<Object> mostly(boolean value) {
    List<Object> rare = List.of(!value);
    return Stream.concat(Collections.nCopies(30, (Object) value).stream(), rare.stream()).toList();
  }

  @Nested
  class Any extends AggregatorLaws {
    Any() {
      super(AggregateFunction.ANY, Type.BOOL, Map.of());
    }

    @Override
    protected List<Object> values() {
      return mostly(false);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().anyMatch(sample -> (Boolean) sample.value()));
    }
  }

  @Nested
  class All extends AggregatorLaws {
    All() {
      super(AggregateFunction.ALL, Type.BOOL, Map.of());
    }

    @Override
    protected List<Object> values() {
      return mostly(true);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().allMatch(sample -> (Boolean) sample.value()));
    }
  }
}
