package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The laws of last_n over structs. */
class LastNOfStructsLawsTest extends AggregatorLaws {
  LastNOfStructsLawsTest() {
    super(
        AggregateFunction.LAST_N,
        new Type.StructType(
            List.of(
                new Type.Field("id", Type.STRING, true),
                new Type.Field("score", Type.FLOAT64, true))),
        Map.of("n", 7L));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Comparator<Sample> newestFirst = (a, b) -> b.compareOrder(a);
    return Outcome.of(samples.stream().sorted(newestFirst).limit(7).map(Sample::value).toList());
  }
}
