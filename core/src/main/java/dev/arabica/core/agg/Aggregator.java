package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * One aggregate as a commutative monoid with a way in and a way out. Its state lies in the places
 * of a {@link Rep} that it got from a {@link Layout} when it was made; all zeros and nulls are the
 * identity. It keeps nothing else: the same aggregator serves any number of reps.
 *
 * <p>The laws, which {@code AggregatorLaws} of the testkit checks for every implementation:
 *
 * <ul>
 *   <li><b>identity</b>: combining with a rep of no events on either side changes nothing;
 *   <li><b>associativity and commutativity</b>: any grouping and order of combines encodes to the
 *       same bytes;
 *   <li><b>homomorphism</b>: adding an event equals combining with the rep of that event alone;
 *   <li><b>no harm</b>: {@link #combine} changes only its first argument, and nothing later done to
 *       that argument reaches the second; nor does an aggregator write to places not its own;
 *   <li><b>reading</b>: {@link #encode}, {@link #isEmpty} and being the second argument of {@link
 *       #combine} write nothing at all, so that several threads may do that with one rep;
 *   <li><b>codec</b>: combining with what {@link #encode} wrote equals combining with the rep,
 *       equal reps have equal bytes, the array that was read may be used for others, and bytes that
 *       {@code encode} cannot have written are a {@link
 *       dev.arabica.core.codec.CorruptBytesException};
 *   <li><b>purity</b>: {@link #finish} changes nothing.
 * </ul>
 *
 * <p>Most aggregates need a few words; one whose state is a structure of its own implements {@link
 * Structure}, of which {@link StructureAggregator} makes one of these.
 */
public interface Aggregator {
  /** Takes one event in; {@code input} is never null and never NaN (the pack skips those). */
  void add(Rep rep, Input input);

  /**
   * Makes {@code target} the rep of both; leaves {@code other} as it was and shares nothing mutable
   * with it.
   */
  void combine(Rep target, Rep other);

  /**
   * Combines with a rep as {@link #encode} wrote it, and reads no further. Into a rep of no events
   * this decodes.
   *
   * @throws dev.arabica.core.codec.CorruptBytesException if it is none; {@code target} is then of
   *     no use
   */
  void combineEncoded(Rep target, ByteReader other);

  /** Whether no input has contributed, so that the empty-window value applies. */
  boolean isEmpty(Rep rep);

  /**
   * Writes the value of a window to a column of {@code out}; only here is anything rounded. An
   * empty rep gives the aggregate's own empty-window value.
   *
   * @return {@link FeatureStatus#OK}, or {@link FeatureStatus#OVERFLOW} with a null value
   */
  FeatureStatus finish(Rep rep, Window window, Row out, int column);

  /** Appends the canonical bytes, which say where they end. */
  void encode(Rep rep, ByteWriter out);
}
