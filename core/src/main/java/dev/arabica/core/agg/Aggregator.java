package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * One aggregate as a commutative monoid with a way in and a way out. {@code R} is its rep: the
 * mutable, in-memory form of what a block stores.
 *
 * <p>The laws, which {@code AggregatorLaws} of the testkit checks for every implementation:
 *
 * <ul>
 *   <li><b>identity</b>: combining with {@link #identity} on either side changes nothing;
 *   <li><b>associativity and commutativity</b>: any grouping and order of combines encodes to the
 *       same bytes;
 *   <li><b>homomorphism</b>: adding an event equals combining with the rep of that event alone;
 *   <li><b>no harm</b>: {@link #combine} changes only its first argument, and nothing later done to
 *       that argument reaches the second;
 *   <li><b>codec</b>: {@code decode(encode(r))} behaves as {@code r}, equal reps have equal bytes,
 *       and bytes that {@code encode} cannot have written are a {@link
 *       dev.arabica.core.codec.CorruptBytesException};
 *   <li><b>purity</b>: {@link #finish} changes nothing.
 * </ul>
 */
public interface Aggregator<R> {
  /** A new rep of no events, owned by the caller. */
  R identity();

  /** Takes one event in; {@code input} is never null and never NaN (the composite skips those). */
  void add(R rep, Input input);

  /**
   * Makes {@code target} the rep of both; leaves {@code other} as it was and shares nothing mutable
   * with it.
   */
  void combine(R target, R other);

  /** Whether no input has contributed, so that the empty-window value applies. */
  boolean isEmpty(R rep);

  /**
   * Writes the value of a window to a column of {@code out}; only here is anything rounded. An
   * empty rep gives the aggregate's own empty-window value.
   *
   * @return {@link FeatureStatus#OK}, or {@link FeatureStatus#OVERFLOW} with a null value
   */
  FeatureStatus finish(R rep, Window window, Row out, int column);

  /** Appends the canonical bytes, which say where they end. */
  void encode(R rep, ByteWriter out);

  /** Reads what {@link #encode} wrote, as a new rep owned by the caller. */
  R decode(ByteReader in);
}
