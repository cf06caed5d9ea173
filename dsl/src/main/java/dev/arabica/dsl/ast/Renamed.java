package dev.arabica.dsl.ast;

import java.util.Optional;

/** {@code clicks as taps}: what is taken from elsewhere, and what it is called here. */
public record Renamed(Name name, Optional<Name> as) {
  /** What it is called here. */
  public Name shown() {
    return as.orElse(name);
  }
}
