package dev.arabica.testkit;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Input;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.testkit.AggregatorLaws.Outcome;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What the laws do with an aggregate: reps of samples, their bytes, their value. */
final class AggregateUnderTest {
  private static final Window WINDOW = new Window(0, 1_000_000);

  private final Layout layout = new Layout();
  private final Aggregator aggregator;
  private final Type inputType;
  private final Type byType;
  private final Type resultType;

  AggregateUnderTest(
      Function<Layout, Aggregator> aggregator, Type inputType, Type byType, Type resultType) {
    this.aggregator = aggregator.apply(layout);
    this.inputType = inputType;
    this.byType = byType;
    this.resultType = resultType;
  }

  Rep identity() {
    return layout.newRep();
  }

  void combine(Rep target, Rep other) {
    aggregator.combine(target, other);
  }

  boolean isEmpty(Rep rep) {
    return aggregator.isEmpty(rep);
  }

  /** Cuts samples into blocks, some of them stored and read, and combines them in any order. */
  Rep combineAtRandom(List<Sample> samples, Random random) {
    List<Rep> reps = new ArrayList<>();
    int at = 0;
    while (at < samples.size()) {
      int end = Math.min(samples.size(), at + 1 + random.nextInt(9));
      Rep block = repOf(samples.subList(at, end));
      reps.add(random.nextBoolean() ? decode(encode(block)) : block);
      at = end;
    }
    reps.add(identity());
    while (reps.size() > 1) {
      Rep other = reps.remove(random.nextInt(reps.size()));
      Rep target = reps.get(random.nextInt(reps.size()));
      if (random.nextBoolean()) {
        combine(target, other);
      } else {
        combineEncoded(target, encode(other));
      }
    }
    return reps.get(0);
  }

  Rep repOf(List<Sample> samples) {
    Rep rep = identity();
    samples.forEach(sample -> add(rep, sample));
    return rep;
  }

  void add(Rep rep, Sample sample) {
    Input input = new Input().at(sample.eventTime(), sample.idHigh(), sample.idLow());
    if (inputType != null) {
      set(input, inputType, sample.value());
    }
    if (byType != null) {
      set(input.by(), byType, sample.by());
    }
    aggregator.add(rep, input);
  }

  private static void set(Input input, Type type, Object value) {
    switch (type.storage()) {
      case LONG -> input.of(value instanceof Boolean bool ? (bool ? 1L : 0L) : (long) (Long) value);
      case DOUBLE -> input.of((double) (Double) value);
      case REF -> input.of(value);
    }
  }

  Outcome finish(Rep rep) {
    Row out = new Row(new RowType(List.of(new Type.Field("value", resultType, true))));
    FeatureStatus status = aggregator.finish(rep, WINDOW, out, 0);
    return new Outcome(comparable(out.getValue(0)), status);
  }

  byte[] encode(Rep rep) {
    ByteWriter out = new ByteWriter();
    aggregator.encode(rep, out);
    return out.toByteArray();
  }

  Rep decode(byte[] bytes) {
    Rep rep = identity();
    combineEncoded(rep, bytes);
    return rep;
  }

  void combineEncoded(Rep target, byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    aggregator.combineEncoded(target, in);
    in.expectEnd();
  }

  /** A vector by its components, which have an equality. */
  private static Object comparable(Object value) {
    if (!(value instanceof float[] vector)) {
      return value;
    }
    List<Object> components = new ArrayList<>();
    for (float component : vector) {
      components.add(component);
    }
    return components;
  }
}
