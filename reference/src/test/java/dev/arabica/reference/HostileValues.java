package dev.arabica.reference;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Boxed values of any type, mostly from the edges of it. */
final class HostileValues {
  private static final long[] LONGS = {
    0,
    1,
    -1,
    2,
    3,
    -2,
    -3,
    7,
    1000,
    -1_500_000,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    1L << 53,
    (1L << 53) + 1
  };
  private static final long[] INTS = {0, 1, -1, 2, -2, 5, 60, Integer.MAX_VALUE, Integer.MIN_VALUE};
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1,
    -1,
    0.1,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.675,
    8,
    1024,
    0.7071,
    1.4142135623730951,
    1e15,
    1e16,
    123456789.125,
    8.41e21,
    2e23,
    1e300,
    -1e300,
    1e-300,
    9.007199254740993e15,
    9.3e18,
    -9.223372036854775808e18,
    1e38,
    1e39,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    3 * Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final String[] TEXTS = {
    "",
    "a",
    "A",
    "b",
    "ab",
    "aXbXc",
    "X",
    "XX",
    " ",
    "\t a b \r\n",
    "\uD83D\uDE00",
    "a\uD83D\uDE00b\uD83D\uDE00",
    "\uFFFD",
    "é",
    "z\u0000z",
    "\u00A0x",
    "ß",
    ",",
    "a,b,,c",
    "12",
    "-007",
    "+3",
    "1.5",
    ".5",
    "5.",
    ".",
    "-",
    "1e3",
    "1e",
    "1e400",
    "-1.25E-2",
    "0x1p3",
    "NaN",
    "\u0661",
    "9223372036854775808",
    "99999999999999999999999999999999999999.5",
    "0.005",
    "2025-11-29",
    "2024-02-30",
    "0000-01-01",
    "12025-11-29",
    "2025-11-29T16:10:05Z",
    "2025-11-29T16:10:05.1234567+02:00",
    "0001-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59.999999Z",
    "2025-11-29T16:10:05"
  };

  private final Random random;

  HostileValues(Random random) {
    this.random = random;
  }

  /** Null now and then. */
  Object nullable(Type type) {
    return random.nextInt(9) == 0 ? null : of(type);
  }

  Object of(Type type) {
    if (type instanceof Type.ListType list) {
      return list(list.element(), random.nextInt(5));
    }
    if (type instanceof Type.StructType struct) {
      List<Object> fields = new ArrayList<>();
      struct.fields().forEach(field -> fields.add(nullable(field.type())));
      return fields;
    }
    if (type instanceof Type.MapType map) {
      Map<Object, Object> entries = new HashMap<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        entries.put(of(map.key()), nullable(map.value()));
      }
      return Values.map(map, entries);
    }
    if (type instanceof Type.VectorType vector) {
      return vector(vector.dimension());
    }
    return type instanceof Type.DecimalType decimal ? decimal(decimal) : scalar((Type.Scalar) type);
  }

  private List<Object> list(Type element, int size) {
    Object[] values = new Object[size];
    for (int i = 0; i < size; i++) {
      values[i] = nullable(element);
    }
    return Arrays.asList(values);
  }

  private float[] vector(int dimension) {
    float[] vector = new float[dimension];
    boolean zero = random.nextInt(6) == 0;
    for (int i = 0; i < dimension && !zero; i++) {
      vector[i] = random.nextInt(3) == 0 ? real().floatValue() : random.nextInt(7) / 2.0f - 1;
    }
    return vector;
  }

  private BigDecimal decimal(Type.DecimalType type) {
    int digits = random.nextInt(type.precision() + 1);
    BigInteger most = BigInteger.TEN.pow(digits);
    BigInteger unscaled =
        random.nextBoolean()
            ? most.subtract(BigInteger.ONE)
            : new BigInteger(most.bitLength(), random).mod(most);
    return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), type.scale());
  }

  private Object scalar(Type.Scalar type) {
    return switch (type) {
      case BOOL -> random.nextBoolean();
      case INT32 -> pick(INTS);
      case INT64 -> pick(LONGS);
      case FLOAT32 -> (double) real().floatValue();
      case FLOAT64 -> real();
      case STRING -> TEXTS[random.nextInt(TEXTS.length)];
      case BYTES -> new byte[] {(byte) random.nextInt(3), (byte) -random.nextInt(2)};
      case TIMESTAMP -> instant();
      case DATE -> random.nextInt(8) == 0 ? pick(INTS) : 20_000L + random.nextInt(900);
      case DURATION ->
          random.nextInt(4) == 0 ? pick(LONGS) : (random.nextInt(9) - 3) * 1_800_000_000L;
      case NULL -> null;
    };
  }

  private long instant() {
    long time = HostileEvents.START + Math.floorMod(random.nextLong(), HostileEvents.SPAN);
    return switch (random.nextInt(6)) {
      case 0 -> pick(LONGS);
      case 1 -> time / 3_600_000_000L * 3_600_000_000L + random.nextInt(3) - 1;
      case 2 -> -time;
      default -> time;
    };
  }

  private Double real() {
    return random.nextInt(3) == 0
        ? (Double) (random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20))
        : (Double) DOUBLES[random.nextInt(DOUBLES.length)];
  }

  private long pick(long[] values) {
    return values[random.nextInt(values.length)];
  }
}
