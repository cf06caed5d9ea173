package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** {@code [a, b]}. */
public record ListExpr(List<Expr> elements, Span span) implements Expr {
  public ListExpr {
    elements = List.copyOf(elements);
  }
}
