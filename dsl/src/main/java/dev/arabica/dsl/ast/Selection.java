package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** Which features of a group, or columns of a snapshot or a request, a member takes. */
public sealed interface Selection {
  Span span();

  /** {@code group(key).*}. */
  record All(Span span) implements Selection {}

  /** {@code group(key).feature}. */
  record One(Name feature, Span span) implements Selection {}

  /** {@code group(key).{ a, b as c }}. */
  record Several(List<Renamed> features, Span span) implements Selection {
    public Several {
      features = List.copyOf(features);
    }
  }
}
