package dev.arabica.dsl.ast;

/** A value written out. */
public sealed interface LiteralExpr extends Expr
    permits IntExpr, FloatExpr, StringExpr, BoolExpr, NullExpr, DurationExpr, TimestampExpr {}
