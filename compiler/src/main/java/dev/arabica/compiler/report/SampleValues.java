package dev.arabica.compiler.report;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Values that stand for what nobody has seen yet when a plan is made: usual ones, and ones that
 * take as many bytes as can be expected. Different numbers give different values, as far as the
 * type has them.
 */
enum SampleValues {
  /** Strings of 16 bytes, lists of 4 values, numbers of a few digits. */
  TYPICAL(16, 4),
  /** Strings of 64 bytes, lists of 16 values, the numbers with the longest encoding. */
  GREATEST(64, 16);

  private final int stringBytes;
  private final int listLength;

  SampleValues(int stringBytes, int listLength) {
    this.stringBytes = stringBytes;
    this.listLength = listLength;
  }

  int stringBytes() {
    return stringBytes;
  }

  int listLength() {
    return listLength;
  }

  /** The boxed form of a value of the type. */
  Object of(Type type, int number) {
    if (type instanceof Type.ListType list) {
      return IntStream.range(0, listLength).mapToObj(i -> of(list.element(), number + i)).toList();
    }
    if (type instanceof Type.StructType struct) {
      List<Object> values =
          struct.fields().stream().map(field -> of(field.type(), number)).toList();
      return Collections.unmodifiableList(values);
    }
    if (type instanceof Type.MapType map) {
      return map(map, number);
    }
    if (type instanceof Type.VectorType vector) {
      return new float[vector.dimension()];
    }
    if (type instanceof Type.DecimalType decimal) {
      return decimal(decimal, number);
    }
    return scalar((Type.Scalar) type, number);
  }

  private Map<Object, Object> map(Type.MapType type, int number) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < listLength; i++) {
      map.put(of(type.key(), number + i), of(type.value(), number + i));
    }
    return map;
  }

  /** A few digits, or all that the type has. */
  private BigDecimal decimal(Type.DecimalType type, int number) {
    BigInteger greatest = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    BigInteger digits =
        this == TYPICAL
            ? BigInteger.valueOf(10_000L + number).min(greatest)
            : greatest.subtract(BigInteger.valueOf(number).min(greatest));
    return new BigDecimal(digits, type.scale());
  }

  private Object scalar(Type.Scalar type, int number) {
    return switch (type) {
      case BOOL -> number % 2 == 0;
      case INT32 -> this == TYPICAL ? 10_000L + number : (long) Integer.MAX_VALUE - number;
      case INT64, DURATION -> this == TYPICAL ? 10_000L + number : Long.MAX_VALUE - number;
      case TIMESTAMP -> 1_800_000_000_000_000L + number;
      case DATE -> 20_000L + number;
      case FLOAT32, FLOAT64 -> this == TYPICAL ? (Double) (0.1 + number) : extreme(number);
      case STRING -> text(number);
      case BYTES -> text(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      case NULL -> throw new IllegalArgumentException("there is no value of type null");
    };
  }

  /**
   * Both infinities and both ends of the finite numbers, so that an exact sum holds all there is.
   */
  private static Double extreme(int number) {
    return switch (number % 4) {
      case 0 -> Double.MAX_VALUE;
      case 1 -> Double.MIN_VALUE;
      case 2 -> Double.POSITIVE_INFINITY;
      default -> Double.NEGATIVE_INFINITY;
    };
  }

  private String text(int number) {
    String digits = Integer.toString(number);
    return "x".repeat(stringBytes - digits.length()) + digits;
  }
}
