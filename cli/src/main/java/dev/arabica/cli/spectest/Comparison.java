package dev.arabica.cli.spectest;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares values with what is expected.
 *
 * @param within how far each number may be off
 */
record Comparison(Optional<Double> within) {

  /**
   * Where the two differ first: a path into a nested value, empty for the whole of it; absent if
   * they do not.
   */
  Optional<String> difference(Type type, Object expected, Object actual) {
    if (expected == null || actual == null) {
      return expected == actual ? Optional.empty() : Optional.of("");
    }
    if (type instanceof Type.ListType list) {
      return ofLists(list.element(), (List<?>) expected, (List<?>) actual);
    }
    if (type instanceof Type.StructType struct) {
      return ofStructs(struct, (List<?>) expected, (List<?>) actual);
    }
    if (type instanceof Type.MapType map) {
      return ofMaps(map, (Map<?, ?>) expected, (Map<?, ?>) actual);
    }
    if (type instanceof Type.VectorType) {
      return ofLists(Type.FLOAT32, numbers((float[]) expected), numbers((float[]) actual));
    }
    return agree(type, expected, actual) ? Optional.empty() : Optional.of("");
  }

  private boolean agree(Type type, Object expected, Object actual) {
    if (expected instanceof Number a && actual instanceof Number b && isFinite(a) && isFinite(b)) {
      if (within.isPresent()) {
        BigDecimal distance = exact(a).subtract(exact(b)).abs();
        return distance.compareTo(BigDecimal.valueOf(within.get())) <= 0;
      }
      if (type == Type.FLOAT32) {
        return a.floatValue() == b.floatValue();
      }
    }
    return Values.equal(type, expected, actual);
  }

  private static boolean isFinite(Number number) {
    return Double.isFinite(number.doubleValue());
  }

  /** The number as it is written, so that 0.4 is 0.1 away from 0.3. */
  private static BigDecimal exact(Number number) {
    return new BigDecimal(number.toString());
  }

  private Optional<String> ofLists(Type element, List<?> expected, List<?> actual) {
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      Optional<String> path = difference(element, expected.get(i), actual.get(i));
      if (path.isPresent()) {
        return Optional.of("[" + i + "]" + path.get());
      }
    }
    boolean sameLength = expected.size() == actual.size();
    return sameLength
        ? Optional.empty()
        : Optional.of("[" + Math.min(expected.size(), actual.size()) + "]");
  }

  private Optional<String> ofStructs(Type.StructType type, List<?> expected, List<?> actual) {
    for (int i = 0; i < type.fields().size(); i++) {
      Type.Field field = type.fields().get(i);
      Optional<String> path = difference(field.type(), expected.get(i), actual.get(i));
      if (path.isPresent()) {
        return Optional.of("." + field.name() + path.get());
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofMaps(Type.MapType type, Map<?, ?> expected, Map<?, ?> actual) {
    List<Object> keys = new ArrayList<>(expected.keySet());
    actual.keySet().stream().filter(key -> !expected.containsKey(key)).forEach(keys::add);
    for (Object key : keys) {
      boolean inBoth = expected.containsKey(key) && actual.containsKey(key);
      Optional<String> path =
          inBoth ? difference(type.value(), expected.get(key), actual.get(key)) : Optional.of("");
      if (path.isPresent()) {
        return Optional.of("[" + ValueText.of(type.key(), key) + "]" + path.get());
      }
    }
    return Optional.empty();
  }

  private static List<Object> numbers(float[] vector) {
    List<Object> numbers = new ArrayList<>();
    for (float number : vector) {
      numbers.add((double) number);
    }
    return numbers;
  }
}
