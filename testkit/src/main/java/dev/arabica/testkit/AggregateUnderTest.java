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
import java.util.List;

/**
 * What the laws do with an aggregate: reps of samples, their bytes, their value. Its places lie
 * between others, which are not its own.
 */
final class AggregateUnderTest {
  private static final Window WINDOW = new Window(0, 1_000_000);
  private static final long NOT_ITS_OWN = 0x5EED_5EED_5EED_5EEDL;

  private final Layout layout = new Layout();
  private final int wordBefore = layout.word();
  private final int refBefore = layout.ref();
  private final Aggregator aggregator;
  private final int wordAfter;
  private final int refAfter;
  private final Input input = new Input();
  private final Signature signature;

  AggregateUnderTest(Signature signature) {
    this.signature = signature;
    this.aggregator = signature.code().apply(layout);
    this.wordAfter = layout.word();
    this.refAfter = layout.ref();
  }

  Rep identity() {
    Rep rep = layout.newRep();
    rep.set(wordBefore, NOT_ITS_OWN);
    rep.set(wordAfter, NOT_ITS_OWN);
    return rep;
  }

  /** Whether nothing was written to the places of others. */
  boolean keptToItsPlaces(Rep rep) {
    return rep.get(wordBefore) == NOT_ITS_OWN
        && rep.get(wordAfter) == NOT_ITS_OWN
        && rep.ref(refBefore) == null
        && rep.ref(refAfter) == null;
  }

  /** All that lies in a rep, written or not. */
  List<String> contents(Rep rep) {
    return Contents.of(rep);
  }

  Rep copy(Rep rep) {
    Rep copy = identity();
    combine(copy, rep);
    return copy;
  }

  void combine(Rep target, Rep other) {
    aggregator.combine(target, other);
  }

  /** A new rep of both. */
  Rep combined(Rep first, Rep second) {
    Rep both = copy(first);
    combine(both, second);
    return both;
  }

  boolean isEmpty(Rep rep) {
    return aggregator.isEmpty(rep);
  }

  Rep repOf(List<Sample> samples) {
    Rep rep = identity();
    addAll(rep, samples);
    return rep;
  }

  void addAll(Rep rep, List<Sample> samples) {
    samples.forEach(sample -> add(rep, sample));
  }

  void add(Rep rep, Sample sample) {
    input.at(sample.eventTime(), sample.idHigh(), sample.idLow());
    if (signature.inputType() != null) {
      set(input, signature.inputType(), sample.value());
    }
    if (signature.byType() != null) {
      set(input.by(), signature.byType(), sample.by());
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
    Row out = new Row(new RowType(List.of(new Type.Field("value", signature.resultType(), true))));
    FeatureStatus status = aggregator.finish(rep, WINDOW, out, 0);
    return new Outcome(out.getValue(0), status);
  }

  byte[] encode(Rep rep) {
    ByteWriter out = new ByteWriter();
    encode(rep, out);
    return out.toByteArray();
  }

  void encode(Rep rep, ByteWriter out) {
    aggregator.encode(rep, out);
  }

  Rep decode(byte[] bytes) {
    Rep rep = identity();
    combineEncoded(rep, bytes);
    return rep;
  }

  void combineEncoded(Rep target, byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    combineEncoded(target, in);
    in.expectEnd();
  }

  void combineEncoded(Rep target, ByteReader in) {
    aggregator.combineEncoded(target, in);
  }
}
