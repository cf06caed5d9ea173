package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code null}. */
public record NullExpr(Span span) implements LiteralExpr {}
