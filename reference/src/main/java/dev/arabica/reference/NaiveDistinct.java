package dev.arabica.reference;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How many different values there are, and which are there most often. */
final class NaiveDistinct {
  private static final int EXACT_ESTIMATE = 256;
  private static final int SKETCH_PRECISION = 12;

  private NaiveDistinct() {}

  /** The hash by which categories are picked. */
  static long hash(byte[] canonicalBytes) {
    return Hashing.xxh3_64().hashBytesToLong(canonicalBytes);
  }

  /** Exactly how many. */
  static long count(List<Object> values) {
    Set<Object> different = new HashSet<>();
    values.forEach(value -> different.add(KeyValues.of(List.of(value))));
    return different.size();
  }

  /**
   * What {@code approx_distinct} is defined as: exact while there are few, then the estimate of the
   * one sketch that every engine uses, which depends on nothing but the set of values. So it can be
   * compared to the bit.
   */
  static long estimate(Type type, List<Object> values) {
    Set<Long> hashes = new HashSet<>();
    values.forEach(value -> hashes.add(sketched(type, value)));
    if (hashes.size() <= EXACT_ESTIMATE) {
      return hashes.size();
    }
    UltraLogLog sketch = UltraLogLog.create(SKETCH_PRECISION);
    hashes.forEach(sketch::add);
    return Math.round(sketch.getDistinctCountEstimate());
  }

  /** Whole numbers, times and bools are hashed as 64 bits, all else by its bytes. */
  private static long sketched(Type type, Object value) {
    if (value instanceof Boolean bool) {
      return Hashing.xxh3_64().hashLongToLong(bool ? 1 : 0);
    }
    return value instanceof Long word
        ? Hashing.xxh3_64().hashLongToLong(word)
        : hash(CanonicalBytes.of(type, value));
  }

  /** Structs of value and count: the greatest count first, of equal counts the least value. */
  static List<Object> mostFrequent(List<Object> values, long count) {
    Map<Object, List<Object>> alike = new LinkedHashMap<>();
    for (Object value : values) {
      alike.computeIfAbsent(KeyValues.of(List.of(value)), key -> new ArrayList<>()).add(value);
    }
    Comparator<List<Object>> oftenFirst = Comparator.comparing(same -> -same.size());
    return alike.values().stream()
        .sorted(oftenFirst.thenComparing(same -> same.get(0), Order::compare))
        .limit(count)
        .map(same -> (Object) List.of(same.get(0), (long) same.size()))
        .toList();
  }
}
