package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.util.Optional;

/**
 * A column of a snapshot or of a request.
 *
 * @param defaultValue stands for a value that is not there
 */
public record ColumnPlan(
    String name, Type type, boolean nullable, Optional<Expr.Literal> defaultValue) {}
