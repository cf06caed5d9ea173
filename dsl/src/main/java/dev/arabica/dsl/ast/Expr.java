package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** An expression as written. */
public sealed interface Expr
    permits LiteralExpr,
        NameExpr,
        FieldExpr,
        IndexExpr,
        CallExpr,
        UnaryExpr,
        BinaryExpr,
        IsNullExpr,
        InExpr,
        CaseExpr,
        ListExpr,
        StructExpr {
  Span span();
}
