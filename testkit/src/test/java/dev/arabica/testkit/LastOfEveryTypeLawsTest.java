package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The laws of last over the types that no other test of laws takes as an input. */
class LastOfEveryTypeLawsTest {
  abstract static class Newest extends AggregatorLaws {
    Newest(Type type) {
      super(AggregateFunction.LAST, type, Map.of());
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().max(Sample::compareOrder).orElseThrow().value());
    }
  }

  @Nested
  class OfTruths extends Newest {
    OfTruths() {
      super(Type.BOOL);
    }
  }

  @Nested
  class OfDays extends Newest {
    OfDays() {
      super(Type.DATE);
    }
  }

  @Nested
  class OfInstants extends Newest {
    OfInstants() {
      super(Type.TIMESTAMP);
    }
  }

  @Nested
  class OfSmallFloats extends Newest {
    OfSmallFloats() {
      super(Type.FLOAT32);
    }
  }

  @Nested
  class OfBytes extends Newest {
    OfBytes() {
      super(Type.BYTES);
    }
  }

  @Nested
  class OfDecimals extends Newest {
    OfDecimals() {
      super(new Type.DecimalType(38, 9));
    }
  }

  @Nested
  class OfLists extends Newest {
    OfLists() {
      super(new Type.ListType(Type.STRING));
    }
  }

  @Nested
  class OfMaps extends Newest {
    OfMaps() {
      super(new Type.MapType(Type.STRING, Type.FLOAT64));
    }
  }

  @Nested
  class OfVectors extends Newest {
    OfVectors() {
      super(new Type.VectorType(4));
    }
  }
}
