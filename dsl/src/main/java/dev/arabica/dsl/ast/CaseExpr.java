package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** {@code case when a then b when c then d else e end}. Without {@code else}, null. */
public record CaseExpr(List<Branch> branches, Optional<Expr> otherwise, Span span) implements Expr {
  public CaseExpr {
    branches = List.copyOf(branches);
  }

  /** {@code when a then b}. */
  public record Branch(Expr when, Expr then) {}
}
