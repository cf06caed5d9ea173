package dev.arabica.core.type;

import java.util.List;
import java.util.Locale;

/**
 * The type of a column, an expression or a feature.
 *
 * <p>Values of a type have one Java form, called the boxed form where they leave a {@link Row}:
 *
 * <table>
 * <caption>Boxed forms</caption>
 * <tr><th>type</th><th>Java</th></tr>
 * <tr><td>bool</td><td>{@code Boolean}</td></tr>
 * <tr><td>int32, int64</td><td>{@code Long}</td></tr>
 * <tr><td>timestamp</td><td>{@code Long}, microseconds since the epoch, UTC</td></tr>
 * <tr><td>date</td><td>{@code Long}, days since the epoch</td></tr>
 * <tr><td>duration</td><td>{@code Long}, microseconds</td></tr>
 * <tr><td>float32, float64</td><td>{@code Double}</td></tr>
 * <tr><td>string</td><td>{@code String}</td></tr>
 * <tr><td>bytes</td><td>{@code byte[]}</td></tr>
 * <tr><td>decimal(p, s)</td><td>{@code BigDecimal} of scale s</td></tr>
 * <tr><td>list, struct</td><td>{@code List<Object>}, a struct by position; elements may be null</td></tr>
 * <tr><td>map</td><td>{@code Map<Object, Object>} in the order of its keys; values may be null</td></tr>
 * <tr><td>vector&lt;float32, n&gt;</td><td>{@code float[]} of n numbers, never changed</td></tr>
 * </table>
 */
// No default methods: a class whose interface has some initialises the interface first, and these
// constants would be read from a half-initialised Scalar.
public sealed interface Type {
  Type BOOL = Scalar.BOOL;
  Type INT32 = Scalar.INT32;
  Type INT64 = Scalar.INT64;
  Type FLOAT32 = Scalar.FLOAT32;
  Type FLOAT64 = Scalar.FLOAT64;
  Type STRING = Scalar.STRING;
  Type BYTES = Scalar.BYTES;
  Type TIMESTAMP = Scalar.TIMESTAMP;
  Type DATE = Scalar.DATE;

  /** A length of time; the type of duration literals, never of a stored column. */
  Type DURATION = Scalar.DURATION;

  /** The type of the literal {@code null} before it meets another type. */
  Type NULL = Scalar.NULL;

  /** How a value of this type is held in a {@link Row}. */
  Storage storage();

  /** Whether arithmetic applies. */
  boolean isNumeric();

  boolean isInteger();

  boolean isFloat();

  /** Whether values can stand in a key: a float never can. */
  boolean isKey();

  /** Where a {@link Row} keeps values of a type. */
  enum Storage {
    /** A {@code long} word: bool (0 or 1), integers, timestamp, date, duration. */
    LONG,
    /** A {@code double}, held as its raw bits. */
    DOUBLE,
    /** An immutable object. */
    REF
  }

  /** A type without parameters. */
  enum Scalar implements Type {
    BOOL(Storage.LONG),
    INT32(Storage.LONG),
    INT64(Storage.LONG),
    FLOAT32(Storage.DOUBLE),
    FLOAT64(Storage.DOUBLE),
    STRING(Storage.REF),
    BYTES(Storage.REF),
    TIMESTAMP(Storage.LONG),
    DATE(Storage.LONG),
    DURATION(Storage.LONG),
    NULL(Storage.REF);

    private final String text = name().toLowerCase(Locale.ROOT);
    private final Storage storage;

    Scalar(Storage storage) {
      this.storage = storage;
    }

    @Override
    public Storage storage() {
      return storage;
    }

    @Override
    public boolean isNumeric() {
      return isInteger() || isFloat();
    }

    @Override
    public boolean isInteger() {
      return this == INT32 || this == INT64;
    }

    @Override
    public boolean isFloat() {
      return this == FLOAT32 || this == FLOAT64;
    }

    @Override
    public boolean isKey() {
      return switch (this) {
        case BOOL, INT32, INT64, STRING, BYTES, TIMESTAMP, DATE -> true;
        case FLOAT32, FLOAT64, DURATION, NULL -> false;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** A type made of others. */
  sealed interface Nested extends Type {
    @Override
    default Storage storage() {
      return Storage.REF;
    }

    @Override
    default boolean isNumeric() {
      return false;
    }

    @Override
    default boolean isInteger() {
      return false;
    }

    @Override
    default boolean isFloat() {
      return false;
    }

    @Override
    default boolean isKey() {
      return false;
    }
  }

  /** An ordered list; elements may be null. */
  record ListType(Type element) implements Nested {
    @Override
    public String toString() {
      return "list<" + element + ">";
    }
  }

  /** Named fields in a fixed order. */
  record StructType(List<Field> fields) implements Nested {
    public StructType {
      fields = List.copyOf(fields);
    }

    /** The position of the named field, or -1. */
    public int indexOf(String name) {
      for (int i = 0; i < fields.size(); i++) {
        if (fields.get(i).name().equals(name)) {
          return i;
        }
      }
      return -1;
    }

    @Override
    public String toString() {
      StringBuilder text = new StringBuilder("struct<");
      for (Field field : fields) {
        text.append(text.length() > 7 ? ", " : "").append(field.name()).append(' ');
        text.append(field.type());
      }
      return text.append('>').toString();
    }
  }

  /**
   * An exact number of at most {@code precision} digits, {@code scale} of them after the point. A
   * result that needs more digits is null.
   */
  record DecimalType(int precision, int scale) implements Type {
    /** The most digits a decimal can have. */
    public static final int MOST_DIGITS = 38;

    public DecimalType {
      if (precision < 1 || precision > MOST_DIGITS || scale < 0 || scale > precision) {
        throw new IllegalArgumentException(
            text(precision, scale)
                + ": a decimal has 1 to "
                + MOST_DIGITS
                + " digits, and no more of them after the point");
      }
    }

    @Override
    public Storage storage() {
      return Storage.REF;
    }

    @Override
    public boolean isNumeric() {
      return true;
    }

    @Override
    public boolean isInteger() {
      return false;
    }

    @Override
    public boolean isFloat() {
      return false;
    }

    @Override
    public boolean isKey() {
      return true;
    }

    @Override
    public String toString() {
      return text(precision, scale);
    }

    private static String text(int precision, int scale) {
      return "decimal(" + precision + ", " + scale + ")";
    }
  }

  /** Values by distinct keys, which are never null. */
  record MapType(Type key, Type value) implements Nested {
    public MapType {
      if (!canBeKey(key)) {
        throw new IllegalArgumentException("a map cannot have keys of type " + key);
      }
    }

    /** Whether a map can have keys of a type. */
    public static boolean canBeKey(Type type) {
      return type == STRING || type == INT32 || type == INT64 || type == BOOL || type == DATE;
    }

    @Override
    public String toString() {
      return "map<" + key + ", " + value + ">";
    }
  }

  /** A fixed number of float32 values, such as an embedding; none of them is null. */
  record VectorType(int dimension) implements Nested {
    /** The most values a vector can have. */
    public static final int MOST_VALUES = 65_536;

    public VectorType {
      if (dimension < 1 || dimension > MOST_VALUES) {
        throw new IllegalArgumentException(
            "a vector has 1 to " + MOST_VALUES + " values, not " + dimension);
      }
    }

    @Override
    public String toString() {
      return "vector<float32, " + dimension + ">";
    }
  }

  /** A named, typed member of a struct or a row. */
  record Field(String name, Type type, boolean nullable) {}
}
