package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * One aggregate over one or more windows: one feature per window.
 *
 * @param windows at least one
 * @param step how coarsely the far edge of the windows moves
 * @param defaultValue what replaces the empty-window value: a literal, a negative number or a list
 *     of these
 * @param as the feature's whole name
 * @param allowPartial whether an incomplete window may be served
 */
public record FeatureDecl(
    Optional<String> doc,
    Name name,
    CallExpr aggregate,
    Optional<Expr> where,
    List<WindowRef> windows,
    Optional<DurationExpr> step,
    Optional<AnchorDecl> anchor,
    Optional<Expr> defaultValue,
    Optional<Name> as,
    boolean allowPartial,
    Span span) {
  public FeatureDecl {
    windows = List.copyOf(windows);
  }
}
