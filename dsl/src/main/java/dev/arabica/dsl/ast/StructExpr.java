package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;

/** {@code { a, b, c: expr }}. A field without a value is the column of that name. */
public record StructExpr(List<Field> fields, Span span) implements Expr {
  public StructExpr {
    fields = List.copyOf(fields);
  }

  /** One field of a struct literal. */
  public record Field(Name name, Expr value) {}
}
