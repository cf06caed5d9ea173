package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code x in [a, b]} or {@code x in xs}; negated, {@code x not in [a, b]}. */
public record InExpr(Expr operand, Expr options, boolean negated, Span span) implements Expr {}
