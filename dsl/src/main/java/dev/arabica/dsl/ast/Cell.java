package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/**
 * One cell of a table.
 *
 * @param text without the quotes; empty and not quoted, the cell is null
 */
public record Cell(String text, boolean quoted, Span span) {}
