package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** One window of a feature. */
public sealed interface WindowRef {
  Span span();

  /** {@code 5m}. */
  record Of(DurationExpr length) implements WindowRef {
    @Override
    public Span span() {
      return length.span();
    }
  }

  /** {@code ever}: from the beginning. */
  record Ever(Span span) implements WindowRef {}
}
