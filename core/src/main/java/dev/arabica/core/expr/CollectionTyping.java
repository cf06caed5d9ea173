package dev.arabica.core.expr;

import static dev.arabica.core.type.Type.FLOAT32;
import static dev.arabica.core.type.Type.FLOAT64;
import static dev.arabica.core.type.Type.INT64;
import static dev.arabica.core.type.Type.NULL;
import static dev.arabica.core.type.Type.STRING;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import dev.arabica.core.type.Type.ListType;
import dev.arabica.core.type.Type.MapType;
import dev.arabica.core.type.Type.VectorType;

/** Typings of functions over lists, maps and vectors. */
final class CollectionTyping {
  private CollectionTyping() {}

  static Type list(Arguments args) {
    Type element = args.count() == 0 ? NULL : CommonType.of(args.types());
    return element == null ? null : new ListType(element);
  }

  /** A list or vector by position, a map by key. */
  static Type element(Arguments args) {
    if (args.count() != 2) {
      return null;
    }
    Type index = args.type(1);
    if (args.type(0) instanceof MapType map) {
      boolean fits = index.equals(map.key()) || index.isInteger() && map.key().isInteger();
      return fits ? map.value() : null;
    }
    if (!index.isInteger()) {
      return null;
    }
    return args.type(0) instanceof VectorType ? FLOAT32 : elementOf(args.type(0));
  }

  /** The type of a list's elements, or null if it is none. */
  private static Type elementOf(Type type) {
    return type instanceof ListType list ? list.element() : null;
  }

  /** The one argument, a list. */
  private static Type elementOfOnly(Arguments args) {
    return args.count() == 1 ? elementOf(args.type(0)) : null;
  }

  static Type slice(Arguments args) {
    return Typing.isSlice(args) && args.type(0) instanceof ListType ? args.type(0) : null;
  }

  static Type reverse(Arguments args) {
    return args.are(STRING) || elementOfOnly(args) != null ? args.type(0) : null;
  }

  static Type indexOf(Arguments args) {
    if (args.are(STRING, STRING)) {
      return INT64;
    }
    Type element = args.count() == 2 ? elementOf(args.type(0)) : null;
    Type common = element == null ? null : CommonType.of(element, args.type(1));
    return common != null && CommonType.isSingle(common) ? INT64 : null;
  }

  static Type sort(Arguments args) {
    return Typing.isOrdered(elementOfOnly(args)) ? args.type(0) : null;
  }

  static Type distinct(Arguments args) {
    return elementOfOnly(args) != null ? args.type(0) : null;
  }

  static Type sum(Arguments args) {
    Type element = elementOfOnly(args);
    if (element == null || !element.isNumeric()) {
      return null;
    }
    if (element instanceof DecimalType decimal) {
      return new DecimalType(DecimalType.MOST_DIGITS, decimal.scale());
    }
    return element.isFloat() ? FLOAT64 : INT64;
  }

  static Type average(Arguments args) {
    return sum(args) == null ? null : FLOAT64;
  }

  static Type extreme(Arguments args) {
    Type element = elementOfOnly(args);
    return Typing.isOrdered(element) ? element : null;
  }

  static Type keys(Arguments args) {
    return args.count() == 1 && args.type(0) instanceof MapType map
        ? new ListType(map.key())
        : null;
  }

  static Type values(Arguments args) {
    return args.count() == 1 && args.type(0) instanceof MapType map
        ? new ListType(map.value())
        : null;
  }

  static Type norm(Arguments args) {
    return args.count() == 1 && args.type(0) instanceof VectorType ? FLOAT64 : null;
  }

  static Type product(Arguments args) {
    return args.count() == 2
            && args.type(0) instanceof VectorType
            && args.type(0).equals(args.type(1))
        ? FLOAT64
        : null;
  }
}
