package dev.arabica.testkit;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the laws of the aggregates by category share: few entries, many categories. */
abstract class CategoryLaws extends AggregatorLaws {
  private static final int ENTRIES = 3;

  private final Type categoryType;

  CategoryLaws(AggregateFunction function, Type inputType, Type byType) {
    super(function, inputType, byType, Map.of("categories", (long) ENTRIES));
    this.categoryType = byType == null ? inputType : byType;
  }

  /** The values of each entry, by its name. */
  Map<String, List<Sample>> byEntry(List<Sample> samples) {
    List<Object> kept =
        samples.stream()
            .map(this::category)
            .distinct()
            .sorted(Comparator.comparing(this::hash, Long::compareUnsigned))
            .limit(ENTRIES)
            .toList();
    Map<String, List<Sample>> entries = new TreeMap<>();
    for (Sample sample : samples) {
      Object category = category(sample);
      String name = kept.contains(category) ? category.toString() : "other";
      entries.computeIfAbsent(name, n -> new ArrayList<>()).add(sample);
    }
    return entries;
  }

  private Object category(Sample sample) {
    return sample.by() == null ? sample.value() : sample.by();
  }

  private Long hash(Object category) {
    return Hashing.xxh3_64().hashBytesToLong(ValueCodec.toBytes(categoryType, category));
  }
}
