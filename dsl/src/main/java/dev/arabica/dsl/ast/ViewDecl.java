package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** A slice of a source, or of another view. */
public record ViewDecl(
    Optional<String> doc, Name name, Name from, Optional<Expr> where, List<LetDecl> lets, Span span)
    implements Decl {
  public ViewDecl {
    lets = List.copyOf(lets);
  }
}
