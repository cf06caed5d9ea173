package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** Which declarations of a package a file imports. */
public sealed interface ImportSelection {
  Span span();

  /** {@code import shop.items.*}. */
  record All(Span span) implements ImportSelection {}

  /**
   * {@code import shop.events.{ visits, clicks as taps }}, and of one {@code import
   * shop.events.visits}.
   */
  record Several(List<Renamed> names, Span span) implements ImportSelection {
    public Several {
      names = List.copyOf(names);
    }
  }
}
