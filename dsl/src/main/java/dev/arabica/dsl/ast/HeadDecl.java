package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/**
 * {@code head open} or {@code head closed}: whether a lookup sees the block that is still being
 * filled.
 */
public record HeadDecl(Head head, Span span) {
  /** The two kinds of head. */
  public enum Head {
    OPEN,
    CLOSED
  }
}
