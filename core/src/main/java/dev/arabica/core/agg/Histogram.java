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
final class Histogram implements Aggregator {
  private final Type type;
  private final double[] edges;
  private final long[] wholeEdges;
  private final BigDecimal[] exactEdges;

  /** The first of the counts, one more than there are edges. */
  private final int counts;

  private final int total;

  /**
   * @param edges finite, strictly ascending
   */
  Histogram(Layout layout, Type type, List<Double> edges) {
    this.counts = layout.words(edges.size() + 1);
    this.total = layout.word();
    this.type = type;
    this.edges = edges.stream().mapToDouble(Double::doubleValue).toArray();
    this.exactEdges = edges.stream().map(BigDecimal::new).toArray(BigDecimal[]::new);
    this.wholeEdges = new long[this.edges.length];
    for (int i = 0; i < wholeEdges.length; i++) {
      wholeEdges[i] = exactEdges[i].setScale(0, RoundingMode.CEILING).longValue();
    }
  }

  @Override
  public void add(Rep rep, Input input) {
    plus(rep, bin(input), 1);
  }

  private void plus(Rep rep, int bin, long count) {
    rep.add(counts + bin, count);
    rep.add(total, count);
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
    for (int bin = 0; bin <= edges.length; bin++) {
      plus(target, bin, other.get(counts + bin));
    }
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.get(total) == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    List<Object> bins = new ArrayList<>(edges.length + 1);
    for (int bin = 0; bin <= edges.length; bin++) {
      bins.add(rep.get(counts + bin));
    }
    out.setRef(column, Collections.unmodifiableList(bins));
    return FeatureStatus.OK;
  }

  /** The count of each bin. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    for (int bin = 0; bin <= edges.length; bin++) {
      out.writeVarint(rep.get(counts + bin));
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    long sum = 0;
    for (int bin = 0; bin <= edges.length; bin++) {
      long count = other.readCount();
      sum += count;
      if (sum < 0) {
        throw new CorruptBytesException("more events than can be counted");
      }
      plus(target, bin, count);
    }
  }
}
