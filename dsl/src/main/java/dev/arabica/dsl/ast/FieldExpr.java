package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code target.field}. */
public record FieldExpr(Expr target, Name field, Span span) implements Expr {}
