package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code expect views(user_id: "U1") { n_last_1h: 1, rate: 0.33 within 0.01, n_last_5m: stale }}.
 */
public record ExpectDecl(Name name, List<Binding> keys, List<Expected> values, Span span) {
  public ExpectDecl {
    keys = List.copyOf(keys);
    values = List.copyOf(values);
  }

  /** The value of a key. */
  public record Binding(Name key, Expr value) {}

  /**
   * The value of a feature.
   *
   * @param column the dotted path as one text
   * @param value a value, or a {@link NameExpr} with the name of a status
   * @param within how far from it a number may be
   */
  public record Expected(Name column, Expr value, Optional<Expr> within, Span span) {}
}
