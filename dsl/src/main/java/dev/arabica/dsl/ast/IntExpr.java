package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code 10_000}, and {@code -1} where nothing stands between sign and digits. */
public record IntExpr(long value, Span span) implements LiteralExpr {}
