package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;

/**
 * A value computed from finished features: of a group, or of a feature set.
 *
 * @param expr its columns are the finished values by name, and what was derived above it
 */
public record Derived(String name, Expr expr) {}
