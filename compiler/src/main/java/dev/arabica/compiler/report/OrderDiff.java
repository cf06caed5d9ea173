package dev.arabica.compiler.report;

import java.util.List;
import java.util.Optional;

/** What comes in another order, of what two lists have in common. */
final class OrderDiff {
  private OrderDiff() {}

  /** The stretch from the first name to the last that is not where it was. */
  static Optional<Change> change(String what, List<String> old, List<String> now) {
    List<String> before = old.stream().filter(now::contains).toList();
    List<String> after = now.stream().filter(old::contains).toList();
    int from = 0;
    int to = before.size();
    while (from < to && before.get(from).equals(after.get(from))) {
      from++;
    }
    while (to > from && before.get(to - 1).equals(after.get(to - 1))) {
      to--;
    }
    return from == to
        ? Optional.empty()
        : Optional.of(
            Change.of(
                what,
                String.join(", ", before.subList(from, to)),
                String.join(", ", after.subList(from, to))));
  }
}
