package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code -x}, {@code not x}. */
public record UnaryExpr(Operator operator, Expr operand, Span span) implements Expr {
  /** The operators with one operand. */
  public enum Operator {
    NEGATE,
    NOT
  }
}
