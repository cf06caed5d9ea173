package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * One aggregate over one or more windows: one feature per window.
 *
 * @param windows at least one
 * @param step how coarsely the far edge of the windows moves
 * @param defaultValue what replaces the empty-window value
 * @param as the feature's whole name
 */
public record FeatureDecl(
    Optional<String> doc,
    Name name,
    CallExpr aggregate,
    Optional<Expr> where,
    List<DurationExpr> windows,
    Optional<DurationExpr> step,
    Optional<AnchorDecl> anchor,
    Optional<LiteralExpr> defaultValue,
    Optional<Name> as,
    Span span) {
  public FeatureDecl {
    windows = List.copyOf(windows);
  }
}
