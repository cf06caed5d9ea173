package dev.arabica.dsl.ast;

import java.util.Optional;

/** A positional argument, or with a name: {@code half_life 2h}. */
public record Argument(Optional<Name> name, Expr value) {}
