package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/** {@code language string default "und"}: a column of a snapshot or of a request. */
public record ColumnDecl(
    Optional<String> doc, Name name, TypeRef type, Optional<Expr> defaultValue, Span span) {}
