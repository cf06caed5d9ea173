package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/**
 * {@code serve on_read} or {@code serve assembled every 5m}.
 *
 * @param every how often features are assembled
 */
public record ServeDecl(Mode mode, Optional<DurationExpr> every, Span span) {
  /** When features are put together from blocks. */
  public enum Mode {
    ON_READ,
    ASSEMBLED
  }
}
