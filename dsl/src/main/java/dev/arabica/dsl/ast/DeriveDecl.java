package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/** {@code derive rate = safe_div(clicks_last_1h, views_last_1h)}. */
public record DeriveDecl(Optional<String> doc, Name name, Expr value, Span span) {}
