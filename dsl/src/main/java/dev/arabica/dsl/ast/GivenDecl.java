package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** {@code given visits} and the table below it: rows of a source, a snapshot or a request. */
public record GivenDecl(Name name, List<Cell> header, List<List<Cell>> rows, Span span) {
  public GivenDecl {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
