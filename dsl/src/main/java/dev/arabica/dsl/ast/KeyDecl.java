package dev.arabica.dsl.ast;

import java.util.Optional;

/**
 * A key of a snapshot.
 *
 * @param type absent for a string
 */
public record KeyDecl(Name name, Optional<TypeRef> type) {}
