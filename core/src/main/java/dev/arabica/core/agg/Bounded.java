package dev.arabica.core.agg;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists that keep their first elements, up to a bound, in some order. */
final class Bounded {
  private Bounded() {}

  /** The first elements of two lists in order, as a new list. */
  static <T> List<T> merged(List<T> a, List<T> b, int bound, Comparator<T> order) {
    List<T> both = new ArrayList<>(Math.min(bound, a.size() + b.size()));
    int i = 0;
    int j = 0;
    while (both.size() < bound && (i < a.size() || j < b.size())) {
      boolean fromA = j == b.size() || (i < a.size() && order.compare(a.get(i), b.get(j)) <= 0);
      both.add(fromA ? a.get(i++) : b.get(j++));
    }
    return both;
  }

  /** Puts an element at its place, unless that is beyond the bound. */
  static <T> void insert(List<T> list, T element, int bound, Comparator<T> order) {
    int at = list.size();
    while (at > 0 && order.compare(element, list.get(at - 1)) < 0) {
      at--;
    }
    if (at < bound) {
      list.add(at, element);
      if (list.size() > bound) {
        list.remove(bound);
      }
    }
  }
}
