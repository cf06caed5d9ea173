package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/**
 * {@code import shop.events.{ visits, clicks as taps }}: declarations of another package that this
 * file calls by their own names.
 *
 * @param packageName the dotted path as one text
 */
public record ImportDecl(Name packageName, ImportSelection selection, Span span) {}
