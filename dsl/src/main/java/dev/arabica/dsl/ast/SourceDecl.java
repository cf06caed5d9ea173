package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * A stream of events and the table that keeps them.
 *
 * @param table the name of the raw table
 * @param time the expression that gives an event its time
 * @param watermark how far the clock trails the newest event
 * @param late how long after its end a block is still corrected by the stream
 * @param ahead how far an event may be ahead of its Kafka timestamp
 */
public record SourceDecl(
    Optional<String> doc,
    Name name,
    Optional<KafkaDecl> kafka,
    Optional<StringExpr> table,
    List<FieldDecl> fields,
    Optional<Expr> time,
    Optional<DurationExpr> watermark,
    Optional<DurationExpr> late,
    Optional<DurationExpr> ahead,
    Optional<DedupDecl> dedup,
    Span span)
    implements Decl {
  public SourceDecl {
    fields = List.copyOf(fields);
  }
}
