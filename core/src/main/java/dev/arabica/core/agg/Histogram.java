package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many values are below the first edge, from each edge to the next, and at or above the last.
 * Exact, invertible. A number is compared with an edge as they are, neither rounded to the type of
 * the other.
 */
final class Histogram implements Aggregator<Histogram.Rep> {
  private final Type type;
  private final double[] edges;
  private final long[] wholeEdges;
  private final BigDecimal[] exactEdges;

  /**
   * @param edges finite, strictly ascending
   */
  Histogram(Type type, List<Double> edges) {
    this.type = type;
    this.edges = edges.stream().mapToDouble(Double::doubleValue).toArray();
    this.exactEdges = edges.stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
    this.wholeEdges = new long[this.edges.length];
    for (int i = 0; i < wholeEdges.length; i++) {
      wholeEdges[i] = exactEdges[i].setScale(0, RoundingMode.CEILING).longValue();
    }
  }

  static final class Rep {
    final long[] counts;
    long total;

    Rep(int bins) {
      counts = new long[bins];
    }
  }

  @Override
  public Rep identity() {
    return new Rep(edges.length + 1);
  }

  @Override
  public void add(Rep rep, Input input) {
    rep.counts[bin(input)]++;
    rep.total++;
  }

  /** How many edges are at or below the value. */
  private int bin(Input input) {
    int from = 0;
    int to = edges.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isAtOrAbove(input, middle)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private boolean isAtOrAbove(Input input, int edge) {
    return switch (type.storage()) {
      case LONG -> isReached(input.longValue(), edge);
      case DOUBLE -> input.doubleValue() >= edges[edge];
      case REF -> ((BigDecimal) input.refValue()).compareTo(exactEdges[edge]) >= 0;
    };
  }

  /** An edge beyond the range of a long is above or below all of them. */
  private boolean isReached(long value, int edge) {
    return Math.abs(edges[edge]) < 0x1p63 ? value >= wholeEdges[edge] : edges[edge] < 0;
  }

  @Override
  public void combine(Rep target, Rep other) {
    for (int i = 0; i < target.counts.length; i++) {
      target.counts[i] += other.counts[i];
    }
    target.total += other.total;
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.total == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    List<Object> bins = new ArrayList<>(rep.counts.length);
    for (long count : rep.counts) {
      bins.add(count);
    }
    out.setRef(column, Collections.unmodifiableList(bins));
    return FeatureStatus.OK;
  }

  /** The count of each bin. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    for (long count : rep.counts) {
      out.writeVarint(count);
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = identity();
    for (int i = 0; i < rep.counts.length; i++) {
      rep.counts[i] = in.readVarint();
      rep.total += rep.counts[i];
      if (rep.counts[i] < 0 || rep.total < 0) {
        throw new CorruptBytesException("a negative count");
      }
    }
    return rep;
  }
}
