package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code x is null}; negated, {@code x is not null}. */
public record IsNullExpr(Expr operand, boolean negated, Span span) implements Expr {}
