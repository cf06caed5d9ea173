package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/**
 * Where one key of a group comes from. {@code user_id} alone binds the group's {@code user_id} to
 * the set's.
 *
 * @param value a {@link NameExpr}, or a {@link FieldExpr} for a path such as {@code
 *     content.author_id}
 */
public record KeyBinding(Name groupKey, Expr value, Span span) {}
