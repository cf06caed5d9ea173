package dev.arabica.testkit;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * Values of each type that have broken aggregates before, and ordinary ones: zero, one, negative,
 * the least and the greatest, sums that overflow, denormals, infinities, numbers that cancel each
 * other out, texts whose order by char is not that of their bytes, and what is empty.
 */
public final class Hostile {
  private static final BigInteger FIVE = BigInteger.valueOf(5);

  /** Longer than one byte of a varint can tell. */
  private static final int LONG = 200;

  private static final List<Object> WHOLE =
      longs(0, 1, -1, 7, -12_345, Integer.MAX_VALUE, Integer.MIN_VALUE);
  private static final List<Object> LARGE =
      longs(1L << 53, (1L << 53) + 1, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1);
  private static final List<Object> INSTANTS =
      longs(
          0,
          1,
          -1,
          1_772_379_805_000_001L,
          -62_135_596_800_000_000L,
          253_402_300_799_999_999L,
          1_772_379_805_000_000L);
  private static final List<Object> DAYS = longs(0, 1, -1, 20_513, -719_162, 2_932_896);
  private static final List<Object> DOUBLES =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.0,
          0.1,
          3.5,
          1e16,
          -1e16,
          1e308,
          -1e308,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          -Double.MIN_VALUE,
          0x1.fffffffffffffp-1023,
          Double.MIN_NORMAL,
          0x1p-30,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);
  private static final float[] FLOATS = {
    0,
    -0f,
    1,
    -1,
    0.1f,
    1e8f,
    -1e8f,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY
  };
  private static final List<Object> STRINGS =
      List.of(
          "",
          "a",
          "b",
          "aa",
          "A",
          "other",
          "\u0000",
          "Ω",
          "\uFFFD",
          "\uD83D\uDE00",
          "e\u0301",
          "x".repeat(LONG));
  private static final List<Object> BYTES =
      List.of(new byte[0], new byte[1], new byte[] {-1}, new byte[] {0x7F, -0x80}, new byte[LONG]);

  private Hostile() {}

  /**
   * The values of a type in their boxed form, none of them null or NaN; elements and fields may be.
   *
   * @throws IllegalArgumentException if events have no values of this type
   */
  public static List<Object> values(Type type) {
    if (type instanceof Type.Scalar scalar) {
      return scalars(scalar);
    }
    if (type instanceof Type.DecimalType decimal) {
      return decimals(decimal);
    }
    if (type instanceof Type.ListType list) {
      return lists(list);
    }
    if (type instanceof Type.StructType struct) {
      return structs(struct);
    }
    return type instanceof Type.MapType map ? maps(map) : vectors((Type.VectorType) type);
  }

  private static List<Object> scalars(Type.Scalar type) {
    return switch (type) {
      case BOOL -> List.of(true, false);
      case INT32 -> WHOLE;
      case INT64 -> joined(WHOLE, LARGE);
      case FLOAT32 -> floats();
      case FLOAT64 -> DOUBLES;
      case STRING -> STRINGS;
      case BYTES -> BYTES;
      case TIMESTAMP -> INSTANTS;
      case DATE -> DAYS;
      case DURATION, NULL -> throw new IllegalArgumentException("no event has a " + type);
    };
  }

  private static List<Object> decimals(Type.DecimalType type) {
    BigInteger greatest = BigInteger.TEN.pow(type.precision()).subtract(BigInteger.ONE);
    List<Object> decimals = new ArrayList<>();
    for (BigInteger unscaled :
        List.of(BigInteger.ZERO, BigInteger.ONE, FIVE, greatest, greatest.subtract(FIVE))) {
      decimals.add(new BigDecimal(unscaled, type.scale()));
      if (unscaled.signum() != 0) {
        decimals.add(new BigDecimal(unscaled.negate(), type.scale()));
      }
    }
    return decimals;
  }

  /** No elements, one, a null, and all that there are. */
  private static List<Object> lists(Type.ListType type) {
    List<Object> elements = values(type.element());
    return List.of(
        List.of(),
        List.of(elements.get(0)),
        Collections.singletonList(null),
        Collections.unmodifiableList(Arrays.asList(elements.get(1), null)),
        elements);
  }

  /** Fields that are all null, and the values of each field beside those of the others. */
  private static List<Object> structs(Type.StructType type) {
    List<List<Object>> columns = new ArrayList<>();
    for (Type.Field field : type.fields()) {
      List<Object> column = new ArrayList<>(values(field.type()));
      if (field.nullable()) {
        column.add(0, null);
      }
      columns.add(column);
    }
    int rows = columns.stream().mapToInt(List::size).max().orElse(1);
    List<Object> structs = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      List<Object> struct = new ArrayList<>();
      for (List<Object> column : columns) {
        struct.add(column.get(row % column.size()));
      }
      structs.add(Collections.unmodifiableList(struct));
    }
    return structs;
  }

  /** No entries, one, one that is null, and one for every key. */
  private static List<Object> maps(Type.MapType type) {
    List<Object> keys = values(type.key());
    List<Object> values = values(type.value());
    Map<Object, Object> all = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      all.put(keys.get(i), values.get(i % values.size()));
    }
    return List.of(
        Map.of(),
        Map.of(keys.get(0), values.get(0)),
        Collections.singletonMap(keys.get(1), null),
        Values.map(type, all));
  }

  /** The same number in all components, and all numbers beside each other. */
  private static List<Object> vectors(Type.VectorType type) {
    List<Object> vectors = new ArrayList<>();
    for (int first = 0; first < FLOATS.length; first++) {
      float[] same = new float[type.dimension()];
      Arrays.fill(same, FLOATS[first]);
      float[] different = new float[type.dimension()];
      for (int i = 0; i < different.length; i++) {
        different[i] = FLOATS[(first + i) % FLOATS.length];
      }
      vectors.addAll(List.of(same, different));
    }
    return vectors;
  }

  private static List<Object> floats() {
    List<Object> floats = new ArrayList<>();
    for (float number : FLOATS) {
      floats.add((double) number);
    }
    return floats;
  }

  private static List<Object> longs(long... numbers) {
    return LongStream.of(numbers).<Object>mapToObj(Long::valueOf).toList();
  }

  private static List<Object> joined(List<Object> some, List<Object> others) {
    List<Object> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
