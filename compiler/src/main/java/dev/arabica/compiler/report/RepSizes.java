package dev.arabica.compiler.report;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.Input;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many bytes the rep of an aggregate has in a block, its version byte included: encoded by the
 * aggregate's own codec, over {@link SampleValues}.
 */
final class RepSizes {
  /** The events that a typical block of a key is assumed to hold. */
  static final int TYPICAL_EVENTS = 20;

  /** Enough different values to fill every set but those with a greater bound of their own. */
  private static final int MANY = 1_000;

  /** Leaves counts below 2^60, which is what exact sums promise to hold. */
  private static final int DOUBLINGS = 57;

  /** As many microseconds as make them fill a small block. */
  private static final long BETWEEN_EVENTS = 15 * Instants.MICROS_PER_SECOND;

  private static final int VERSION_BYTE = 1;

  /** What the aggregates of a pack end with together. */
  private static final ByteSize CHECKSUM =
      new ByteSize(ByteWriter.CHECKSUM_BYTES, ByteWriter.CHECKSUM_BYTES);

  private final Map<List<Object>, ByteSize> known = new HashMap<>();

  ByteSize of(GroupPlan.Pack pack) {
    return pack.aggregates().stream().map(this::of).reduce(CHECKSUM, ByteSize::plus);
  }

  /** Depends on the function and its version, the types it reads and its parameters alone. */
  ByteSize of(GroupPlan.Aggregate aggregate) {
    List<Object> shape =
        List.of(
            aggregate.function(),
            aggregate.codecVersion(),
            aggregate.input().map(expr -> (Object) expr.type()).orElse("nothing"),
            aggregate.by().map(expr -> (Object) expr.type()).orElse("nothing"),
            aggregate.parameters());
    ByteSize size = known.get(shape);
    if (size == null) {
      size = sizeOf(aggregate);
      known.put(shape, size);
    }
    return size;
  }

  private static ByteSize sizeOf(GroupPlan.Aggregate aggregate) {
    Layout layout = new Layout();
    Aggregator aggregator = AggregateFunction.bind(aggregate, layout);
    Rep typical = layout.newRep();
    fill(typical, aggregator, aggregate, SampleValues.TYPICAL, 0, TYPICAL_EVENTS);
    int usually = encoded(aggregator, typical).length;
    int most = Math.max(usually, greatest(layout.newRep(), aggregator, aggregate));
    return new ByteSize(VERSION_BYTE + usually, VERSION_BYTE + most);
  }

  /** Of what is full, or of the sketch that one more value makes of it. */
  private static int greatest(Rep rep, Aggregator aggregator, GroupPlan.Aggregate aggregate) {
    boolean counts = AggregateFunction.named(aggregate.function()).isInvertible();
    int events = counts ? SampleValues.SUMMED : (int) Math.max(bound(aggregate), MANY);
    fill(rep, aggregator, aggregate, SampleValues.GREATEST, 0, events);
    for (int i = 0; counts && i < DOUBLINGS; i++) {
      aggregator.combineEncoded(rep, new ByteReader(encoded(aggregator, rep)));
    }
    int full = encoded(aggregator, rep).length;
    fill(rep, aggregator, aggregate, SampleValues.GREATEST, events, events + 1);
    return Math.max(full, encoded(aggregator, rep).length);
  }

  /** How many values or categories the aggregate keeps, where it says so. */
  private static long bound(GroupPlan.Aggregate aggregate) {
    return AggregateFunction.named(aggregate.function()).signature().stream()
        .filter(parameter -> parameter.kind() == Parameter.Kind.WHOLE)
        .mapToLong(parameter -> (Long) aggregate.parameters().get(parameter.name()))
        .max()
        .orElse(0);
  }

  private static void fill(
      Rep rep,
      Aggregator aggregator,
      GroupPlan.Aggregate aggregate,
      SampleValues samples,
      int from,
      int to) {
    Type input = aggregate.input().map(Expr::type).orElse(null);
    Type by = aggregate.by().map(Expr::type).orElse(null);
    Input event = new Input();
    for (int i = from; i < to; i++) {
      event.at(i * BETWEEN_EVENTS, i, i);
      if (input != null) {
        set(event, input, samples.of(input, i));
      }
      if (by != null) {
        set(event.by(), by, samples.of(by, i));
      }
      aggregator.add(rep, event);
    }
  }

  private static void set(Input event, Type type, Object value) {
    switch (type.storage()) {
      case LONG -> event.of(value instanceof Boolean bool ? (bool ? 1L : 0L) : (Long) value);
      case DOUBLE -> event.of(((Double) value).doubleValue());
      case REF -> event.of(value);
    }
  }

  private static byte[] encoded(Aggregator aggregator, Rep rep) {
    ByteWriter out = new ByteWriter(64);
    aggregator.encode(rep, out);
    return out.toByteArray();
  }
}
