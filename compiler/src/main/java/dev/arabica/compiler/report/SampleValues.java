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

  /** How many numbers are summed up where a sum is to be as long as it gets. */
  static final int SUMMED = 4;

  /** From the greatest whole number to 1 in as many steps as a rep is filled with. */
  private static final double STEP = 1.045;

  /** Powers of two that stored floats may be apart. */
  private static final int MAGNITUDES = 200;

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
      return vector(vector.dimension(), number);
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

  private float[] vector(int dimension, int number) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      boolean small = (i + number) % 2 == 0;
      vector[i] = this == TYPICAL ? 0.1f + number : small ? Float.MIN_VALUE : Float.MAX_VALUE;
    }
    return vector;
  }

  /** A few digits, or all that the type has. */
  private BigDecimal decimal(Type.DecimalType type, int number) {
    BigInteger greatest = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    BigInteger digits =
        this == TYPICAL
            ? BigInteger.valueOf(usual(number)).min(greatest)
            : greatest.subtract(BigInteger.valueOf(number).min(greatest));
    return new BigDecimal(digits, type.scale());
  }

  private Object scalar(Type.Scalar type, int number) {
    return switch (type) {
      case BOOL -> number % 2 == 0;
      case INT32 -> this == TYPICAL ? usual(number) : greatest(Integer.MAX_VALUE, number);
      case INT64, DURATION -> this == TYPICAL ? usual(number) : greatest(Long.MAX_VALUE, number);
      case TIMESTAMP -> 1_800_000_000_000_000L + number;
      case DATE -> 20_000L + number;
      case FLOAT32, FLOAT64 -> this == TYPICAL ? (Double) (0.1 + usual(number)) : greatest(number);
      case STRING -> text(number);
      case BYTES -> text(number).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      case NULL -> throw new IllegalArgumentException("there is no value of type null");
    };
  }

  /** From 1 to some thousands, more of them small. */
  private static long usual(int number) {
    return Math.round(StrictMath.pow(1.5, number % 20)) + number;
  }

  /**
   * A few of the greatest, of one sign so that a sum is greatest too; then numbers of all
   * magnitudes and both signs.
   */
  private static long greatest(long most, int number) {
    long magnitude =
        number < SUMMED || number % 3 == 0
            ? most - number
            : (long) (most / StrictMath.pow(STEP, number)) + number;
    return number < SUMMED || number % 2 == 0 ? magnitude : -magnitude;
  }

  /** Both ends of the finite numbers, so that an exact sum holds all there is; then as above. */
  private static Double greatest(int number) {
    if (number < SUMMED) {
      return number % 2 == 0 ? Double.MAX_VALUE : Double.MIN_VALUE;
    }
    return Math.scalb(number % 2 == 0 ? 1.1 : -1.1, number * 7 % MAGNITUDES - MAGNITUDES / 2);
  }

  private String text(int number) {
    String digits = Integer.toString(number);
    return "x".repeat(stringBytes - digits.length()) + digits;
  }
}
