package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** {@code alias = group(key, groupkey: setkey).selection}. */
public record MemberDecl(
    Optional<String> doc,
    Name alias,
    Name group,
    List<KeyBinding> keys,
    Selection selection,
    Span span) {
  public MemberDecl {
    keys = List.copyOf(keys);
  }
}
