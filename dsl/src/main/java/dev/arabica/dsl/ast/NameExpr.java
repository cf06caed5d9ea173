package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** A reference to a column, a let or a key. */
public record NameExpr(Name name) implements Expr {
  @Override
  public Span span() {
    return name.span();
  }
}
