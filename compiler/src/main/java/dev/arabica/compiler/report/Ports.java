package dev.arabica.compiler.report;

import dev.arabica.compiler.report.GraphLayout.Cell;
import dev.arabica.compiler.report.GraphLayout.Route;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Where arrows leave and meet the sides of their boxes: spread, and in an order that crosses none.
 */
final class Ports {
  private Ports() {}

  static void assign(List<Route> routes) {
    for (Route route : routes) {
      for (int i = 1; i < route.cells().size() - 1; i++) {
        route.heights()[i] = (int) route.cells().get(i).middle;
      }
    }
    bySide(routes, Route::from)
        .forEach((box, side) -> spread(box, side, r -> r.cells().get(1).middle, r -> 0));
    bySide(routes, Route::to)
        .forEach(
            (box, side) ->
                spread(
                    box,
                    side,
                    r -> r.cells().get(r.cells().size() - 2).middle,
                    r -> r.cells().size() - 1));
  }

  private static Map<Cell, List<Route>> bySide(List<Route> routes, Function<Route, Cell> end) {
    return routes.stream()
        .collect(Collectors.groupingBy(end, LinkedHashMap::new, Collectors.toList()));
  }

  private static void spread(
      Cell box,
      List<Route> side,
      ToDoubleFunction<Route> height,
      Function<Route, Integer> position) {
    List<Route> ordered = side.stream().sorted(Comparator.comparingDouble(height)).toList();
    for (int i = 0; i < ordered.size(); i++) {
      Route route = ordered.get(i);
      double down = box.height * (i + 1.0) / (ordered.size() + 1);
      route.heights()[position.apply(route)] = (int) Math.round(box.top() + down);
    }
  }
}
