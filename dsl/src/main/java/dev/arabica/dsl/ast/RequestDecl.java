package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** What is known only when a request arrives. */
public record RequestDecl(Optional<String> doc, Name name, List<ColumnDecl> columns, Span span)
    implements Decl {
  public RequestDecl {
    columns = List.copyOf(columns);
  }
}
