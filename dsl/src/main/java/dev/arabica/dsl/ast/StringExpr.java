package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** A string, its escapes resolved. */
public record StringExpr(String value, Span span) implements LiteralExpr {}
