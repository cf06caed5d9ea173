package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code group(key, group_key: set_key).selection}: a group, a snapshot or the request, and what is
 * taken of it.
 *
 * @param keys absent without brackets
 */
public record Target(
    Name name, Optional<List<KeyBinding>> keys, Optional<Selection> selection, Span span) {
  public Target {
    keys = keys.map(List::copyOf);
  }
}
