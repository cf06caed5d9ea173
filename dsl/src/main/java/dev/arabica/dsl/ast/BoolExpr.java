package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code true} or {@code false}. */
public record BoolExpr(boolean value, Span span) implements LiteralExpr {}
