package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/** {@code kafka "topic" { format json }}. */
public record KafkaDecl(StringExpr topic, Optional<Name> format, Span span) {}
