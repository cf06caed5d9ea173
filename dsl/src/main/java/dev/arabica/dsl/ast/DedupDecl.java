package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** {@code dedup a, b within 1h}. */
public record DedupDecl(List<Name> columns, DurationExpr within, Span span) {
  public DedupDecl {
    columns = List.copyOf(columns);
  }
}
