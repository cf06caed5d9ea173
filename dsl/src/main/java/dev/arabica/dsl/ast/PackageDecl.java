package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;

/** {@code package spotlight}. The name is the dotted path as one text. */
public record PackageDecl(Name name, Span span) {}
