package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import java.util.Optional;

/** A part that a declaration has at most once. The first stays; each further one is an error. */
final class Once<T> {
  private final Nodes nodes;
  private final String word;
  private T value;

  Once(Nodes nodes, String word) {
    this.nodes = nodes;
    this.word = word;
  }

  void set(T given, Span span, String hint) {
    if (value == null) {
      value = given;
    } else {
      nodes.error(Codes.GIVEN_TWICE, span, "`" + word + "` is given twice", hint);
    }
  }

  void set(T given, Span span) {
    set(given, span, "keep one of them");
  }

  Optional<T> get() {
    return Optional.ofNullable(value);
  }
}
