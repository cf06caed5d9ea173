package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/**
 * {@code 5m}.
 *
 * @param text as written; feature names are made of it
 */
public record DurationExpr(long micros, String text, Span span) implements LiteralExpr {}
