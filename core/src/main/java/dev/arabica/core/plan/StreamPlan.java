package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * Rows made from those of sources: a union, or a view with a dedup of its own. Every other view is
 * part of the groups that read it. The event time and the identity of a row are those of the
 * source's row it comes from.
 *
 * @param name qualified name of the view
 * @param columns what all branches give, in one order
 * @param dedup its key is over {@code columns}
 */
public record StreamPlan(
    String name,
    List<Branch> branches,
    List<Type.Field> columns,
    Optional<SourcePlan.Dedup> dedup) {
  public StreamPlan {
    branches = List.copyOf(branches);
    columns = List.copyOf(columns);
  }

  public RowType rowType() {
    return new RowType(columns);
  }

  /**
   * The rows that come from one place.
   *
   * @param from a source, or a stream that stands earlier in the plan
   * @param where which of them
   * @param columns over the row of {@code from}, one for each column of the stream
   */
  public record Branch(String from, Optional<Expr> where, List<Expr> columns) {
    public Branch {
      columns = List.copyOf(columns);
    }
  }
}
