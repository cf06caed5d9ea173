package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/**
 * {@code kafka "topic" { format avro schema "view.avsc" }}.
 *
 * @param schema the path of the schema file
 * @param message the message of a protobuf schema
 */
public record KafkaDecl(
    StringExpr topic,
    Optional<Name> format,
    Optional<StringExpr> schema,
    Optional<StringExpr> message,
    Span span) {}
