package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code left operator right}. */
public record BinaryExpr(Operator operator, Expr left, Expr right, Span span) implements Expr {
  /** The operators with two operands. */
  public enum Operator {
    OR("or"),
    AND("and"),
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    COALESCE("??"),
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    REMAINDER("%");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as written. */
    public String symbol() {
      return symbol;
    }
  }
}
