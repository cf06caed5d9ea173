package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Rows that have broken engines before: nulls, extremes, cancellation, denormals, infinities, NaN,
 * ties, times on the edges of blocks, duplicates, in any order.
 */
final class HostileEvents {
  static final String SOURCE = "wild.events";
  static final long START = Instants.parse("2025-11-28T00:00:00Z");
  static final long SPAN = 3 * Instants.MICROS_PER_DAY;

  private static final long[] LONGS = {
    0,
    1,
    -1,
    2,
    7,
    -7,
    1000,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MAX_VALUE - 1,
    1L << 53,
    (1L << 53) + 1,
    -(1L << 62)
  };
  private static final long[] INTS = {0, 1, -1, 5, 60, Integer.MAX_VALUE, Integer.MIN_VALUE};
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.1,
    0.2,
    -0.3,
    1e300,
    -1e300,
    1e-300,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL,
    0x1p53,
    1e16,
    3.5
  };
  private static final double[] NOT_FINITE = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };
  private static final String[] TEXTS = {
    "", "a", "A", "b", "ab", "\uD83D\uDE00", "\uFFFD", "é", "z\u0000z", " "
  };

  private final Random random;
  private final boolean infinities;
  private final boolean manyValues;

  HostileEvents(Random random) {
    this.random = random;
    this.infinities = random.nextInt(3) == 0;
    this.manyValues = random.nextInt(3) == 0;
  }

  static SourcePlan source(Optional<SourcePlan.Dedup> dedup) {
    return new SourcePlan(
        SOURCE,
        Optional.empty(),
        SOURCE,
        List.of(
            field("user", Type.STRING),
            field("category", Type.INT64),
            field("i", Type.INT64),
            field("n", Type.INT32),
            field("x", Type.FLOAT64),
            field("f", Type.FLOAT32),
            field("s", Type.STRING),
            field("b", Type.BOOL),
            field("at", Type.TIMESTAMP),
            field("d", Type.DATE),
            field("raw", Type.BYTES),
            field("did", Type.INT64),
            field("ts", Type.TIMESTAMP)),
        new Expr.Column("ts", Type.TIMESTAMP),
        0,
        0,
        0,
        dedup);
  }

  static Expr column(String name) {
    RowType rowType = source(Optional.empty()).rowType();
    return new Expr.Column(name, rowType.type(rowType.require(name)));
  }

  private static SourcePlan.SourceField field(String name, Type type) {
    return new SourcePlan.SourceField(name, type, true, SourcePlan.TimeEncoding.ISO);
  }

  /** Events in no order; where the source has a dedup key, some are duplicates. */
  List<Event> events(SourcePlan source, int count) {
    List<Event> events = new ArrayList<>();
    RowType rowType = source.rowType();
    for (int i = 0; i < count; i++) {
      Row row = row(rowType);
      long time = time();
      row.setLong(rowType.require("ts"), time);
      boolean keyed = source.dedup().isPresent() && !row.isNull(rowType.require("did"));
      EventId id =
          keyed
              ? hash(row.getLong(rowType.require("did")))
              : new EventId(random.nextLong(), random.nextLong());
      events.add(new Event(row, time, id, new FilePosition("wild.jsonl", i)));
    }
    return events;
  }

  Row row(RowType rowType) {
    Row row = new Row(rowType);
    for (int i = 0; i < rowType.size(); i++) {
      row.setValue(i, random.nextInt(9) == 0 ? null : value(rowType.name(i)));
    }
    return row;
  }

  private Object value(String column) {
    return switch (column) {
      case "user" -> "u" + random.nextInt(3);
      case "category" -> (long) random.nextInt(2);
      case "i" -> manyValues ? random.nextInt(100_000) : pick(LONGS);
      case "n" -> pick(INTS);
      case "x" -> real();
      case "f" -> (double) (float) real();
      case "s" ->
          manyValues ? "text " + random.nextInt(5_000) : TEXTS[random.nextInt(TEXTS.length)];
      case "b" -> random.nextBoolean();
      case "at", "ts" -> time();
      case "d" -> 20_000L + random.nextInt(900);
      case "raw" -> new byte[] {(byte) random.nextInt(3), (byte) -random.nextInt(2)};
      case "did" -> (long) random.nextInt(40);
      default -> throw new IllegalArgumentException(column);
    };
  }

  private double real() {
    int kind = random.nextInt(12);
    if (kind == 0 && infinities) {
      return NOT_FINITE[random.nextInt(3)];
    }
    if (kind < 2) {
      return Double.NaN;
    }
    return kind < 6
        ? random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)
        : DOUBLES[random.nextInt(DOUBLES.length)];
  }

  /** Often exactly on, or one tick beside, the edge of a block; often the same as another's. */
  long time() {
    long time = START + Math.floorMod(random.nextLong(), SPAN);
    long minute = Instants.MICROS_PER_MINUTE;
    return switch (random.nextInt(4)) {
      case 0 -> time / (5 * minute) * (5 * minute) + random.nextInt(3) - 1;
      case 1 -> time / (60 * minute) * (60 * minute) + random.nextInt(3) - 1;
      case 2 -> time / minute * minute;
      default -> time;
    };
  }

  private static EventId hash(long did) {
    return new EventId(did * 0x9E3779B97F4A7C15L, ~did);
  }

  private long pick(long[] values) {
    return values[random.nextInt(values.length)];
  }
}
