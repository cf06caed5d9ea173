package dev.arabica.core.plan;

import dev.arabica.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** One JSON object of a plan, read with errors that name the path of the member. */
record PlanNode(Map<String, Object> members) {
  /** The value of a member that is left out. */
  private static final Object ABSENT = new Object();

  /** The longest value that a message shows whole. */
  private static final int LONGEST = 60;

  @SuppressWarnings("unchecked")
  static PlanNode of(Object value) {
    if (value instanceof Map<?, ?> map) {
      return new PlanNode((Map<String, Object>) map);
    }
    throw wrong("an object", value);
  }

  /** An object to write; what {@link #present} and {@link #unless} leave out is not in it. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] != ABSENT) {
        object.put((String) namesAndValues[i], namesAndValues[i + 1]);
      }
    }
    return object;
  }

  static <T> List<Object> list(List<T> values, Function<T, Object> write) {
    return values.stream().map(write).toList();
  }

  /** A value or null. */
  static <T> Object optional(Optional<T> value, Function<T, Object> write) {
    return value.map(write).orElse(null);
  }

  /** A value, or no member. */
  static <T> Object present(Optional<T> value, Function<T, Object> write) {
    return value.map(write).orElse(ABSENT);
  }

  /** A list, or no member if it is empty. */
  static <T> Object present(List<T> values, Function<T, Object> write) {
    return values.isEmpty() ? ABSENT : list(values, write);
  }

  /** A value, or no member if it is what stands for a missing one. */
  static <T> Object unless(T missing, T value, Function<T, Object> write) {
    return value.equals(missing) ? ABSENT : write.apply(value);
  }

  boolean has(String name) {
    return members.containsKey(name);
  }

  Object value(String name) {
    Object value = members.get(name);
    if (value == null) {
      throw lacks(name, members.keySet());
    }
    return value;
  }

  /** Reads a member; what is wrong with it is told with its name. */
  <T> T read(String name, Function<Object, T> read) {
    Object value = value(name);
    return at(name, () -> read.apply(value));
  }

  /** What a member holds that is absent or null where there is nothing. */
  <T> Optional<T> optional(String name, Function<Object, T> read) {
    return members.get(name) == null ? Optional.empty() : Optional.of(read(name, read));
  }

  String text(String name) {
    return read(name, value -> cast(value, String.class, "a string"));
  }

  Optional<String> optionalText(String name) {
    return optional(name, value -> cast(value, String.class, "a string"));
  }

  long number(String name) {
    return read(name, value -> cast(value, Long.class, "a whole number"));
  }

  /** A whole number that can count the elements of a list. */
  int position(String name) {
    return read(
        name,
        value -> {
          long position = cast(value, Long.class, "a position");
          if (position < 0 || position > Integer.MAX_VALUE) {
            throw wrong("a position", value);
          }
          return (int) position;
        });
  }

  boolean bool(String name) {
    return read(name, value -> cast(value, Boolean.class, "true or false"));
  }

  /** A constant by its name. */
  <E extends Enum<E>> E constant(String name, Class<E> type) {
    return read(
        name,
        value -> {
          for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
              return constant;
            }
          }
          throw wrong("one of " + List.of(type.getEnumConstants()), value);
        });
  }

  <T> T node(String name, Function<PlanNode, T> read) {
    return read(name, value -> read.apply(of(value)));
  }

  <T> Optional<T> optionalNode(String name, Function<PlanNode, T> read) {
    return optional(name, value -> read.apply(of(value)));
  }

  <T> List<T> nodes(String name, Function<PlanNode, T> read) {
    return elements(name, element -> read.apply(of(element)));
  }

  /** The objects of a member that is absent where there are none. */
  <T> List<T> optionalNodes(String name, Function<PlanNode, T> read) {
    return has(name) ? nodes(name, read) : List.of();
  }

  List<String> texts(String name) {
    return elements(name, element -> cast(element, String.class, "a string"));
  }

  List<Long> numbers(String name) {
    return elements(name, element -> cast(element, Long.class, "a whole number"));
  }

  <T> List<T> elements(String name, Function<Object, T> read) {
    return read(name, value -> elements(cast(value, List.class, "a list"), read));
  }

  private static <T> List<T> elements(List<?> values, Function<Object, T> read) {
    List<T> elements = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      elements.add(at("[" + i + "]", () -> read.apply(value)));
    }
    return elements;
  }

  static <T> T cast(Object value, Class<T> type, String expected) {
    if (!type.isInstance(value)) {
      throw wrong(expected, value);
    }
    return type.cast(value);
  }

  static IllegalArgumentException wrong(String expected, Object value) {
    String text = Json.canonical(value);
    String brief = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    return new IllegalArgumentException("expected " + expected + ", not " + brief);
  }

  static IllegalArgumentException lacks(String name, Set<?> members) {
    return new IllegalArgumentException("lacks `" + name + "`; it has " + members);
  }

  /** Checks what stands at a step of the path; what is wrong with it is told with the step. */
  static void checkAt(String step, Runnable check) {
    at(
        step,
        () -> {
          check.run();
          return null;
        });
  }

  /** Reads what stands at a step of the path; what is wrong with it is told with the step. */
  static <T> T at(String step, Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw PlanFormatException.under(step, e);
    }
  }
}
