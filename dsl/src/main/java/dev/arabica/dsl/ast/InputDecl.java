package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** {@code input ids [ content.author_id hashed 1_000_000 ]}: one tensor of a model. */
public record InputDecl(Name name, List<Item> items, Span span) {
  public InputDecl {
    items = List.copyOf(items);
  }

  /**
   * One value of the tensor.
   *
   * @param hashed into how many buckets the value is hashed
   */
  public record Item(Expr value, Optional<IntExpr> hashed, Span span) {}
}
