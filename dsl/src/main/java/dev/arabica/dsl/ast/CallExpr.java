package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** {@code sum(view_ms)}, {@code if(a, b, c)}, {@code decayed_count(half_life 2h)}. */
public record CallExpr(Name function, List<Argument> arguments, Span span) implements Expr {
  public CallExpr {
    arguments = List.copyOf(arguments);
  }
}
