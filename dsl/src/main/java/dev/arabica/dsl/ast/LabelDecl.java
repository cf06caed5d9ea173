package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code label clicked = any(is_click) from clicks(user_id) within 30m default false}: what
 * training is to predict.
 *
 * @param from the source or view of the events that decide it
 */
public record LabelDecl(
    Optional<String> doc,
    Name name,
    CallExpr aggregate,
    Optional<Expr> where,
    Name from,
    List<KeyBinding> keys,
    DurationExpr within,
    Optional<Expr> defaultValue,
    Span span) {
  public LabelDecl {
    keys = List.copyOf(keys);
  }
}
