package dev.arabica.reference;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values by category. Of the categories that the window holds, those with the least hash keep their
 * own entry, however many the rest are: that bound does not depend on how events are grouped. The
 * hash is XXH3 with 64 bits of the category's canonical bytes, as an unsigned number; should two
 * agree, the one of lesser bytes is the lesser.
 */
final class NaiveCategories {
  /** The entry of all other categories, shared with a category of that name. */
  static final String OTHER = "other";

  private final Type valueType;
  private final Type categoryType;
  private final long limit;

  /**
   * @param byType of the category, or null where the input itself is the category
   */
  NaiveCategories(Type inputType, Type byType, long limit) {
    this.valueType = inputType;
    this.categoryType = byType == null ? inputType : byType;
    this.limit = limit;
  }

  /** A map from the category as text, sorted by key; none if an entry has a value that is none. */
  FeatureValue of(String function, List<Inputs.Input> inputs) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    for (Map.Entry<String, List<Object>> entry : valuesByName(inputs).entrySet()) {
      FeatureValue value = value(function, entry.getValue());
      if (value.value() == null) {
        return value;
      }
      entries.put(entry.getKey(), value.value());
    }
    return FeatureValue.ok(Collections.unmodifiableMap(entries));
  }

  private FeatureValue value(String function, List<Object> values) {
    return switch (function) {
      case "count_by" -> FeatureValue.ok((long) values.size());
      case "sum_by" -> NaiveNumbers.sum(valueType, values);
      case "avg_by" -> NaiveNumbers.average(values);
      default -> FeatureValue.ok(NaiveOrder.greatest(values));
    };
  }

  private Map<String, List<Object>> valuesByName(List<Inputs.Input> inputs) {
    List<byte[]> kept = kept(inputs);
    Map<String, List<Object>> values = new TreeMap<>(Order::compare);
    for (Inputs.Input input : inputs) {
      byte[] bytes = bytes(input);
      boolean named = kept.stream().anyMatch(other -> Order.compare(other, bytes) == 0);
      String name = named ? ValueJson.toText(categoryType, category(input)) : OTHER;
      values.computeIfAbsent(name, n -> new ArrayList<>()).add(input.value());
    }
    return values;
  }

  /** The canonical bytes of the categories that keep their own entry. */
  private List<byte[]> kept(List<Inputs.Input> inputs) {
    Comparator<byte[]> byHash =
        (a, b) -> Long.compareUnsigned(NaiveDistinct.hash(a), NaiveDistinct.hash(b));
    Comparator<byte[]> order = byHash.thenComparing(Order::compare);
    Map<byte[], Boolean> categories = new TreeMap<>(order);
    inputs.forEach(input -> categories.put(bytes(input), true));
    return categories.keySet().stream().limit(limit).toList();
  }

  private byte[] bytes(Inputs.Input input) {
    return CanonicalBytes.of(categoryType, category(input));
  }

  /** What the input is grouped by: of {@code count_by} that is the input itself. */
  private static Object category(Inputs.Input input) {
    return input.by() == Inputs.Input.NONE ? input.value() : input.by();
  }
}
