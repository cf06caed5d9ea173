package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/** A typed column of a source, or a typed field of a struct type. */
public record FieldDecl(Optional<String> doc, Name name, TypeRef type, Span span) {}
