package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** A name as written, with its place. */
public record Name(String text, Span span) {}
