package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code 2025-11-29T16:03:10Z}, in microseconds since the epoch, UTC. */
public record TimestampExpr(long micros, Span span) implements LiteralExpr {}
