package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code 0.95}, {@code 1e-9}. Finite. */
public record FloatExpr(double value, Span span) implements LiteralExpr {}
