package dev.arabica.core.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One JSON object of a plan, read with errors that name the member. */
record PlanNode(Map<String, Object> members) {

  @SuppressWarnings("unchecked")
  static PlanNode of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new PlanNode((Map<String, Object>) map);
    }
    throw new IllegalArgumentException("a plan holds `" + value + "` where an object belongs");
  }

  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static <T> List<Object> list(List<T> values, Function<T, Object> write) {
    return values.stream().map(write).toList();
  }

  static <T> Object optional(Optional<T> value, Function<T, Object> write) {
    return value.map(write).orElse(null);
  }

  Object value(String name) {
    Object value = members.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the plan lacks `" + name + "` in " + members.keySet());
    }
    return value;
  }

  String text(String name) {
    return typed(name, String.class);
  }

  String textOrNull(String name) {
    return members.get(name) == null ? null : text(name);
  }

  long number(String name) {
    return typed(name, Long.class);
  }

  boolean bool(String name) {
    return typed(name, Boolean.class);
  }

  PlanNode node(String name) {
    return of(value(name));
  }

  Optional<PlanNode> optionalNode(String name) {
    return Optional.ofNullable(members.get(name)).map(PlanNode::of);
  }

  <T> List<T> nodes(String name, Function<PlanNode, T> read) {
    return typed(name, List.class).stream()
        .map(PlanNode::of)
        .map(node -> read.apply((PlanNode) node))
        .toList();
  }

  List<String> texts(String name) {
    return elements(name, String.class);
  }

  List<Long> numbers(String name) {
    return elements(name, Long.class);
  }

  Map<String, Long> numberMap() {
    Map<String, Long> numbers = new LinkedHashMap<>();
    members.keySet().forEach(name -> numbers.put(name, number(name)));
    return numbers;
  }

  private <T> List<T> elements(String name, Class<T> type) {
    List<?> values = typed(name, List.class);
    return values.stream().map(value -> cast(name, type, value)).toList();
  }

  private <T> T typed(String name, Class<T> type) {
    return cast(name, type, value(name));
  }

  private static <T> T cast(String name, Class<T> type, Object value) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "`" + name + "` of the plan is not a " + type.getSimpleName() + ": " + value);
    }
    return type.cast(value);
  }
}
