package dev.arabica.dsl;

import java.util.Set;

/**
 * A comment {@code // allow F0302} that silences warnings.
 *
 * @param codes the ids of what it silences
 * @param line the line, counted from 1, that a silenced warning starts on
 */
public record Allow(Set<String> codes, int line, Span span) {
  public Allow {
    codes = Set.copyOf(codes);
  }
}
