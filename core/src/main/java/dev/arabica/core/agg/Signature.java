package dev.arabica.core.agg;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What an aggregate is called with and the type that it gives.
 *
 * @param parameters in the order in which they are written
 * @param input the types its input may have; {@code null} stands for no input
 * @param by the types its {@code by} may have
 * @param result of an input type
 */
record Signature(
    List<Parameter> parameters,
    Predicate<Type> input,
    Predicate<Type> by,
    UnaryOperator<Type> result) {

  Signature {
    parameters = List.copyOf(parameters);
  }

  /** Called with an input alone. */
  static Signature of(Predicate<Type> input, UnaryOperator<Type> result) {
    return new Signature(List.of(Parameter.input("x")), input, type -> false, result);
  }

  /** The same with other parameters. */
  Signature with(Parameter... written) {
    return new Signature(List.of(written), input, by, result);
  }

  /** The same with a constant after the others. */
  Signature then(Parameter parameter) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(parameter);
    return new Signature(more, input, by, result);
  }

  /** The same with a {@code by} after the other parameters. */
  Signature by(Predicate<Type> types) {
    return new Signature(then(Parameter.by()).parameters, input, types, result);
  }

  static boolean isAny(Type type) {
    return type != null && type != Type.NULL;
  }

  static boolean isNumber(Type type) {
    return type != null && type.isNumeric();
  }

  /** What has an order. */
  static boolean isOrdered(Type type) {
    return isNumber(type) || type == Type.STRING || type == Type.TIMESTAMP || type == Type.DATE;
  }

  /** What can be told apart. */
  static boolean isKey(Type type) {
    return type != null && type.isKey();
  }

  /** What can be a key of a map. */
  static boolean isCategory(Type type) {
    return Type.MapType.canBeKey(type);
  }

  static boolean isTruth(Type type) {
    return type == Type.BOOL;
  }

  static boolean isVector(Type type) {
    return type instanceof Type.VectorType;
  }

  static Type whole(Type input) {
    return Type.INT64;
  }

  static Type real(Type input) {
    return Type.FLOAT64;
  }

  static Type same(Type input) {
    return input;
  }

  static Type list(Type input) {
    return new Type.ListType(input);
  }

  /** Integers and decimals are summed exactly, floats to a float. */
  static Type sum(Type input) {
    if (input instanceof Type.DecimalType decimal) {
      return new Type.DecimalType(Type.DecimalType.MOST_DIGITS, decimal.scale());
    }
    return input.isFloat() ? Type.FLOAT64 : Type.INT64;
  }

  /** Values by category as text. */
  static UnaryOperator<Type> byCategory(UnaryOperator<Type> value) {
    return input -> new Type.MapType(Type.STRING, value.apply(input));
  }

  /** Values with how often each is there. */
  static Type counts(Type input) {
    return list(
        new Type.StructType(
            List.of(
                new Type.Field("value", input, false),
                new Type.Field("count", Type.INT64, false))));
  }
}
