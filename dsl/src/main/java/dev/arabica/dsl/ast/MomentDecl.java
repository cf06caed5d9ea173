package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** {@code at 2025-11-29T16:10:05Z watermark 2025-11-29T16:05:00Z}, and what is expected there. */
public record MomentDecl(
    TimestampExpr at, Optional<TimestampExpr> watermark, List<ExpectDecl> expects, Span span) {
  public MomentDecl {
    expects = List.copyOf(expects);
  }
}
