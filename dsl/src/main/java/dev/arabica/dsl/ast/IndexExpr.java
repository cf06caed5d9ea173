package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code xs[0]}, {@code xs[-1]}, {@code m["k"]}. */
public record IndexExpr(Expr target, Expr index, Span span) implements Expr {}
