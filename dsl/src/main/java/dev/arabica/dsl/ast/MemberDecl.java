package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.Optional;

/**
 * {@code alias = target enriched with ... fallback target}.
 *
 * @param fallback where a value comes from that the target does not have
 */
public record MemberDecl(
    Optional<String> doc,
    Name alias,
    Target target,
    Optional<EnrichedDecl> enriched,
    Optional<Target> fallback,
    Span span) {}
