package dev.arabica.core.plan;

import java.util.List;

/** Values that only the request brings. */
public record RequestPlan(String name, List<ColumnPlan> columns) {
  public RequestPlan {
    columns = List.copyOf(columns);
  }
}
