package example;

import dev.arabica.core.type.Type;
import dev.arabica.testkit.AggregatorLaws;
import java.util.List;

class BitOrLawsTest extends AggregatorLaws {
  BitOrLawsTest() {
    super(BitOr::new, Type.INT64, Type.INT64, "null");
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    long bits = 0;
    for (Sample sample : samples) {
      bits |= (Long) sample.value();
    }
    return Outcome.of(bits);
  }
}
