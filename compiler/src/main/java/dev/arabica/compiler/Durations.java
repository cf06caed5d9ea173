package dev.arabica.compiler;

import dev.arabica.core.type.Type;

/** Durations are part of expressions, never stored and never served. */
final class Durations {
  static final String HINT = "a duration is a number with `to_millis(...)`";

  private Durations() {}

  /** Whether a value of this type is or holds a duration. */
  static boolean isIn(Type type) {
    if (type instanceof Type.StructType struct) {
      return struct.fields().stream().anyMatch(field -> isIn(field.type()));
    }
    if (type instanceof Type.MapType map) {
      return isIn(map.value());
    }
    return type == Type.DURATION || type instanceof Type.ListType list && isIn(list.element());
  }
}
