package dev.arabica.reference;

import dev.arabica.core.plan.ColumnPlan;

/** What stands for a value of a snapshot or request that is not there. */
final class ColumnDefault {
  private ColumnDefault() {}

  /** The declared default, or null. */
  static Object of(ColumnPlan column) {
    return column
        .defaultValue()
        .map(literal -> Fitted.to(column.type(), literal.value()))
        .orElse(null);
  }

  /** A value, or the default where it is null. */
  static Object orValue(ColumnPlan column, Object value) {
    return value == null ? of(column) : value;
  }
}
