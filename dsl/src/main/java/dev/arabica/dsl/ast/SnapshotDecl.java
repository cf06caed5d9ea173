package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * Values that something else computes and dates.
 *
 * @param validFrom the column that says from when a row is valid
 */
public record SnapshotDecl(
    Optional<String> doc,
    Name name,
    StringExpr table,
    List<KeyDecl> keys,
    Name validFrom,
    List<ColumnDecl> columns,
    Span span)
    implements Decl {
  public SnapshotDecl {
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
  }
}
