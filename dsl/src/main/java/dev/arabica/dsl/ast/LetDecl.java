package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/** {@code let long_view = view_ms >= 10_000}. */
public record LetDecl(Optional<String> doc, Name name, Expr value, Span span) {}
