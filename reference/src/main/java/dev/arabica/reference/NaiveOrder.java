package dev.arabica.reference;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which inputs come first, by time or by what they are ordered by. */
final class NaiveOrder {
  /** Oldest first. */
  private final List<Inputs.Input> inputs;

  /**
   * Events that agree in time and id are the same event delivered twice; should they differ all the
   * same, the one of greater bytes counts as the newer.
   */
  NaiveOrder(Type type, List<Inputs.Input> inputs) {
    this.inputs = new ArrayList<>(inputs);
    this.inputs.sort(
        Inputs.Input.BY_TIME_AND_ID.thenComparing(
            input -> CanonicalBytes.of(type, input.value()), Order::compare));
  }

  static Object least(List<Object> values) {
    return values.stream().min(Order::compare).orElse(null);
  }

  static Object greatest(List<Object> values) {
    return values.stream().max(Order::compare).orElse(null);
  }

  /** The oldest values, oldest first. */
  List<Object> oldest(long count) {
    return first(inputs, count);
  }

  /** The newest values, newest first. */
  List<Object> newest(long count) {
    return first(newestFirst(), count);
  }

  /** Of each {@code by} the newest value, newest first. */
  List<Object> newestOfEach(long count) {
    Set<Object> seen = new HashSet<>();
    List<Inputs.Input> kept = newestFirst();
    kept.removeIf(input -> !seen.add(KeyValues.of(List.of(input.by()))));
    return first(kept, count);
  }

  /** The values of the greatest {@code by}, greatest first; of equal ones the newest first. */
  List<Object> top(long count) {
    List<Inputs.Input> sorted = newestFirst();
    sorted.sort(Comparator.comparing(Inputs.Input::by, (a, b) -> Order.compare(b, a)));
    return first(sorted, count);
  }

  /** The values of the least {@code by}, least first; of equal ones the newest first. */
  List<Object> bottom(long count) {
    List<Inputs.Input> sorted = newestFirst();
    sorted.sort(Comparator.comparing(Inputs.Input::by, Order::compare));
    return first(sorted, count);
  }

  private List<Inputs.Input> newestFirst() {
    List<Inputs.Input> reversed = new ArrayList<>(inputs);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<Object> first(List<Inputs.Input> inputs, long count) {
    List<Object> values = new ArrayList<>();
    inputs.stream().limit(count).forEach(input -> values.add(input.value()));
    return Collections.unmodifiableList(values);
  }
}
