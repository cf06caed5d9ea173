package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** An expression as written. */
public sealed interface Expr
    permits LiteralExpr,
        NameExpr,
        FieldExpr,
        CallExpr,
        UnaryExpr,
        BinaryExpr,
        IsNullExpr,
        InExpr,
        ListExpr,
        StructExpr {
  Span span();
}
