package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * One aggregate whose state is a mutable structure {@code S}: a list, a map, a sketch. The laws are
 * those of {@link Aggregator}, which {@link StructureAggregator} makes of it. The JVM trusts the
 * components of a record, so what has to be fast is one.
 */
public interface Structure<S> {
  /** A new structure of no events. */
  S identity();

  /** Takes one event in; {@code input} is never null and never NaN. */
  void add(S structure, Input input);

  /** Makes {@code target} that of both, and shares nothing mutable with {@code other}. */
  void combine(S target, S other);

  /** Whether no input has contributed. */
  boolean isEmpty(S structure);

  /** As {@link Aggregator#finish}. */
  FeatureStatus finish(S structure, Window window, Row out, int column);

  /** Appends the canonical bytes, which say where they end. */
  void encode(S structure, ByteWriter out);

  /**
   * Reads what {@link #encode} wrote, as a new structure.
   *
   * @throws dev.arabica.core.codec.CorruptBytesException if it cannot have written that
   */
  S decode(ByteReader in);

  /** Combines with what {@link #encode} wrote; to be overridden where no structure is needed. */
  default void combineEncoded(S target, ByteReader other) {
    combine(target, decode(other));
  }
}
