package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import java.util.Optional;

/** Which values can be stored and served: durations and what has no type are for expressions. */
final class Storable {
  private Storable() {}

  /** Why values of a type cannot be, as a hint; absent if they can. */
  static Optional<String> objection(Type type) {
    if (type == Type.DURATION) {
      return Optional.of("a duration is a number with `to_millis(...)`");
    }
    if (type == Type.NULL) {
      return Optional.of("a value that is always null has no type");
    }
    if (type instanceof Type.ListType list) {
      return objection(list.element());
    }
    if (type instanceof Type.MapType map) {
      return objection(map.value());
    }
    return type instanceof Type.StructType struct
        ? struct.fields().stream().flatMap(field -> objection(field.type()).stream()).findFirst()
        : Optional.empty();
  }
}
