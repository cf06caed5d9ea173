package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** {@code enriched with content.embedding, item(key: item_id).price}. */
public record EnrichedDecl(List<Target> with, Span span) {
  public EnrichedDecl {
    with = List.copyOf(with);
  }
}
