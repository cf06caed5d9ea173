package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** Which features of a group a member takes. */
public sealed interface Selection {
  Span span();

  /** {@code group(key).*}, and {@code group(key)} alone. */
  record All(Span span) implements Selection {}

  /** {@code group(key).feature}. */
  record One(Name feature, Span span) implements Selection {}

  /** {@code group(key).{ a, b }}. */
  record Several(List<Name> features, Span span) implements Selection {
    public Several {
      features = List.copyOf(features);
    }
  }
}
