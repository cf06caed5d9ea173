package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * A slice of a source, or of another view; of several, the rows of each.
 *
 * @param from at least one
 * @param dedup the view's own, over the rows that its filter lets through
 */
public record ViewDecl(
    Optional<String> doc,
    Name name,
    List<Name> from,
    Optional<Expr> where,
    List<LetDecl> lets,
    Optional<DedupDecl> dedup,
    Span span)
    implements Decl {
  public ViewDecl {
    from = List.copyOf(from);
    lets = List.copyOf(lets);
  }
}
