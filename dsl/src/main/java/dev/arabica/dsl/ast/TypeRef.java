package dev.arabica.dsl.ast;

import dev.arabica.dsl.Span;
import java.util.List;
import java.util.Optional;

/** A type as written. Whether a scalar of that name exists is the compiler's question. */
public sealed interface TypeRef {
  /** Whether {@code ?} follows the type. */
  boolean nullable();

  Span span();

  /** {@code int64}, {@code timestamp(ms)}. */
  record Scalar(Name name, Optional<Name> unit, boolean nullable, Span span) implements TypeRef {}

  /** {@code list<string>}. */
  record ListOf(TypeRef element, boolean nullable, Span span) implements TypeRef {}

  /** {@code struct { a int64, b string? }}. */
  record StructOf(List<FieldDecl> fields, boolean nullable, Span span) implements TypeRef {
    public StructOf {
      fields = List.copyOf(fields);
    }
  }

  /** {@code map<string, int64>}. */
  record MapOf(TypeRef key, TypeRef value, boolean nullable, Span span) implements TypeRef {}

  /** {@code decimal(18, 2)}. */
  record DecimalOf(IntExpr precision, IntExpr scale, boolean nullable, Span span)
      implements TypeRef {}

  /** {@code vector<float32, 64>}. */
  record VectorOf(TypeRef element, IntExpr dimension, boolean nullable, Span span)
      implements TypeRef {}
}
