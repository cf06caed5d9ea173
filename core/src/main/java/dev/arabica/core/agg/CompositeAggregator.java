package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import java.util.Optional;

/**
 * All aggregates of a pack as one: a product of monoids is a monoid. Engines see only this. Its
 * bytes are, for each aggregate in order, a version byte and the aggregate's own bytes.
 *
 * <p>Filters are applied, nulls and NaN skipped here, so that no aggregate has to. An instance
 * belongs to one thread.
 */
public final class CompositeAggregator {
  private final Part<?>[] parts;
  private final Input input = new Input();
  private long skippedNaN;

  private CompositeAggregator(Part<?>[] parts) {
    this.parts = parts;
  }

  /** For taking in rows of a source. */
  public static CompositeAggregator bind(GroupPlan.Pack pack, RowType rowType) {
    return new CompositeAggregator(
        pack.aggregates().stream()
            .map(aggregate -> Part.bind(aggregate, rowType))
            .toArray(Part<?>[]::new));
  }

  /** For combining and finishing stored reps, where there are no rows. */
  public static CompositeAggregator forReps(GroupPlan.Pack pack) {
    return new CompositeAggregator(
        pack.aggregates().stream()
            .map(aggregate -> Part.bind(aggregate, null))
            .toArray(Part<?>[]::new));
  }

  /** The rep of all aggregates of the pack; mutable, owned by whoever made it. */
  public static final class Rep {
    private final Object[] parts;

    private Rep(Object[] parts) {
      this.parts = parts;
    }
  }

  public Rep identity() {
    Object[] reps = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      reps[i] = parts[i].aggregator.identity();
    }
    return new Rep(reps);
  }

  /** Takes one event in; the row is of the type given to {@link #bind}. */
  public void add(Rep rep, Row row, long eventTime, long idHigh, long idLow) {
    input.at(eventTime, idHigh, idLow);
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].add(rep.parts[i], row, input)) {
        skippedNaN++;
      }
    }
  }

  /** Makes {@code target} the rep of both; {@code other} stays as it was. */
  public void combine(Rep target, Rep other) {
    for (int i = 0; i < parts.length; i++) {
      parts[i].combine(target.parts[i], other.parts[i]);
    }
  }

  /** Whether no aggregate has taken anything in. */
  public boolean isEmpty(Rep rep) {
    for (int i = 0; i < parts.length; i++) {
      if (!isEmpty(rep, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether nothing contributed to one aggregate. */
  public boolean isEmpty(Rep rep, int aggregate) {
    return parts[aggregate].isEmpty(rep.parts[aggregate]);
  }

  /**
   * Writes the value of one aggregate over a window. To be called by the window assembler alone.
   */
  public FeatureStatus finish(Rep rep, int aggregate, Window window, Row out, int column) {
    return parts[aggregate].finish(rep.parts[aggregate], window, out, column);
  }

  public byte[] encode(Rep rep) {
    ByteWriter out = new ByteWriter(64);
    encode(rep, out);
    return out.toByteArray();
  }

  public void encode(Rep rep, ByteWriter out) {
    for (int i = 0; i < parts.length; i++) {
      out.writeByte(parts[i].version);
      parts[i].encode(rep.parts[i], out);
    }
  }

  public Rep decode(byte[] bytes) {
    return decode(new ByteReader(bytes));
  }

  /**
   * Reads a rep up to the end of the input.
   *
   * @throws CorruptBytesException naming the aggregate whose bytes cannot be read
   */
  public Rep decode(ByteReader in) {
    Object[] reps = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      reps[i] = parts[i].decode(in);
    }
    in.expectEnd();
    return new Rep(reps);
  }

  /** How many inputs were NaN and skipped since this instance was made. */
  public long skippedNaN() {
    return skippedNaN;
  }

  /** One aggregate with its filter and input bound. */
  private static final class Part<R> {
    private final String name;
    private final int version;
    private final Aggregator<R> aggregator;
    private final Evaluator where;
    private final Evaluator value;
    private final Evaluator by;

    private Part(GroupPlan.Aggregate aggregate, Aggregator<R> aggregator, RowType rowType) {
      this.name = aggregate.name();
      this.version = AggregateFunction.named(aggregate.function()).codecVersion();
      this.aggregator = aggregator;
      this.where = bind(aggregate.where(), rowType);
      this.value = bind(aggregate.input(), rowType);
      this.by = bind(aggregate.by(), rowType);
    }

    /** Null where there is no expression, or no row type to bind it to. */
    private static Evaluator bind(Optional<Expr> expr, RowType rowType) {
      return rowType == null ? null : expr.map(e -> Evaluators.bind(e, rowType)).orElse(null);
    }

    static Part<?> bind(GroupPlan.Aggregate aggregate, RowType rowType) {
      return bind(aggregate, AggregateFunction.bind(aggregate), rowType);
    }

    private static <R> Part<R> bind(
        GroupPlan.Aggregate aggregate, Aggregator<R> aggregator, RowType rowType) {
      return new Part<>(aggregate, aggregator, rowType);
    }

    /** False if the input was NaN. */
    boolean add(Object rep, Row row, Input input) {
      if ((where != null && !where.isTrue(row))
          || (value != null && !value.evaluate(row))
          || (by != null && !by.evaluate(row))) {
        return true;
      }
      if ((value != null && !read(value, input)) || (by != null && !read(by, input.by()))) {
        return false;
      }
      aggregator.add(cast(rep), input);
      return true;
    }

    /** False if it is NaN, or a vector with one. */
    private static boolean read(Evaluator value, Input input) {
      switch (value.type().storage()) {
        case LONG -> input.of(value.longResult());
        case DOUBLE -> input.of(value.doubleResult());
        case REF -> input.of(value.refResult());
      }
      return switch (value.type().storage()) {
        case LONG -> true;
        case DOUBLE -> !Double.isNaN(value.doubleResult());
        case REF -> !(value.refResult() instanceof float[] vector) || !hasNaN(vector);
      };
    }

    private static boolean hasNaN(float[] vector) {
      for (float component : vector) {
        if (Float.isNaN(component)) {
          return true;
        }
      }
      return false;
    }

    void combine(Object target, Object other) {
      aggregator.combine(cast(target), cast(other));
    }

    boolean isEmpty(Object rep) {
      return aggregator.isEmpty(cast(rep));
    }

    FeatureStatus finish(Object rep, Window window, Row out, int column) {
      return aggregator.finish(cast(rep), window, out, column);
    }

    void encode(Object rep, ByteWriter out) {
      aggregator.encode(cast(rep), out);
    }

    R decode(ByteReader in) {
      try {
        int found = in.readByte();
        if (found != version) {
          throw new CorruptBytesException(
              "version " + found + "; this build reads version " + version);
        }
        return aggregator.decode(in);
      } catch (CorruptBytesException e) {
        throw new CorruptBytesException("rep of `" + name + "`: " + e.getMessage(), e);
      }
    }

    @SuppressWarnings("unchecked")
    private R cast(Object rep) {
      return (R) rep;
    }
  }
}
