package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The identities of the aggregates of one plan. What aggregates have in common is put into words
 * once: their source, and what those of one group are keyed and filtered by.
 */
public final class AggregateIdentities {
  private final RowsDocument rows;
  private Shared shared = new Shared(List.of(), Optional.empty());

  /**
   * @param rows the plan that has the sources and streams
   */
  public AggregateIdentities(Plan rows) {
    this.rows = new RowsDocument(rows);
  }

  /** See {@link Fingerprint#aggregate}. */
  public String of(
      String from, List<Expr> keys, Optional<Expr> where, GroupPlan.Aggregate aggregate) {
    if (!shared.isOf(keys, where)) {
      shared = new Shared(keys, where);
    }
    Map<String, Object> document = new TreeMap<>(rows.of(from, read(keys, where, aggregate)));
    document.putAll(
        PlanNode.object(
            "keys",
            shared.keysText,
            "group_where",
            shared.whereText,
            "function",
            aggregate.function(),
            "codec",
            (long) aggregate.codecVersion(),
            "input",
            PlanNode.optional(aggregate.input(), ExprCodec::write),
            "by",
            PlanNode.present(aggregate.by(), ExprCodec::write),
            "where",
            PlanNode.optional(aggregate.where(), ExprCodec::write),
            "parameters",
            new TreeMap<>(aggregate.parameters())));
    return Fingerprint.identity(document);
  }

  /** The expressions that make up an aggregate. */
  static List<Expr> read(List<Expr> keys, Optional<Expr> where, GroupPlan.Aggregate aggregate) {
    List<Expr> read = new ArrayList<>(keys);
    where.ifPresent(read::add);
    aggregate.input().ifPresent(read::add);
    aggregate.by().ifPresent(read::add);
    aggregate.where().ifPresent(read::add);
    return read;
  }

  /** What the aggregates of the group in hand have in common. */
  private static final class Shared {
    private final List<Expr> keys;
    private final Optional<Expr> where;
    private final Json.Text keysText;
    private final Json.Text whereText;

    Shared(List<Expr> keys, Optional<Expr> where) {
      this.keys = keys;
      this.where = where;
      this.keysText = Json.text(PlanNode.list(keys, ExprCodec::write));
      this.whereText = Json.text(PlanNode.optional(where, ExprCodec::write));
    }

    boolean isOf(List<Expr> otherKeys, Optional<Expr> otherWhere) {
      return keys == otherKeys && where == otherWhere;
    }
  }
}
