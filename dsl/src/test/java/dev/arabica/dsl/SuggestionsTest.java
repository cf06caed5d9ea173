package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final List<String> KNOWN = List.of("count", "count_by", "sum", "snap_id", "max");

  @Test
  void findsASlip() {
    assertThat(Suggestions.closest("cuont", KNOWN)).contains("count");
    assertThat(Suggestions.closest("snapid", KNOWN)).contains("snap_id");
    assertThat(Suggestions.closest("SUM", KNOWN)).contains("sum");
    assertThat(Suggestions.hint("countby", KNOWN)).contains("did you mean `count_by`?");
  }

  @Test
  void staysSilentWhenNothingIsNear() {
    assertThat(Suggestions.closest("latitude", KNOWN)).isEmpty();
    assertThat(Suggestions.closest("x", KNOWN)).isEmpty();
    assertThat(Suggestions.closest("a".repeat(100_000), KNOWN)).isEmpty();
  }

  @Test
  void prefersTheFirstBySpellingAmongEquals() {
    assertThat(Suggestions.closest("bar", List.of("car", "baz"))).contains("baz");
  }
}
