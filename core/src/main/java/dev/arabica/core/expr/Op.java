package dev.arabica.core.expr;

import java.util.List;

/** What a {@link Node} does with its arguments. */
sealed interface Op {
  record Constant(Expr.Literal literal) implements Op {}

  /** A column of the row, by position. */
  record ColumnAt(int column) implements Op {}

  /** Reads its argument as the type of the node (see {@link Widening}). */
  record Widened() implements Op {}

  /**
   * Calls a function. One that is written as bytecode of its own has arguments that are widened
   * already.
   */
  record Call(Function function, boolean inline) implements Op {}

  /** Whether its argument is one of these boxed values; else null if {@code orNull}. */
  record MemberOf(List<Object> values, boolean orNull) implements Op {}

  /** A struct of its arguments. */
  record StructOf() implements Op {}

  /** The field of a struct at a position. */
  record FieldAt(int position) implements Op {}
}
