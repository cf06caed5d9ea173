package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code x in [a, b]}; negated, {@code x not in [a, b]}. */
public record InExpr(Expr operand, ListExpr options, boolean negated, Span span) implements Expr {}
