package dev.arabica.core.expr;

/** A value that is there: a constant, or kept in a local variable. */
@FunctionalInterface
interface Operand {
  /** Writes what puts it on the stack. */
  void load();
}
