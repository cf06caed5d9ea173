package dev.arabica.benchmarks.sketches;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ours: a pack of the one aggregate. */
final class OurSketch implements Sketch {
  private static final Window WINDOW = new Window(0, Long.MAX_VALUE);

  private final Type result;
  private final CompositeAggregator aggregator;
  private final Row out;
  private final ByteReader in = new ByteReader(new byte[0]);
  private Rep rep;

  private OurSketch(String function, Type type, Map<String, Object> parameters, Type result) {
    GroupPlan.Aggregate aggregate =
        new GroupPlan.Aggregate(
            "id",
            "sketch",
            function,
            Optional.of(new Expr.Column("value", type)),
            Optional.empty(),
            parameters);
    this.result = result;
    GroupPlan.Pack pack = new GroupPlan.Pack("pack", List.of(aggregate));
    aggregator = CompositeAggregator.bind(pack, Values.rowType(type));
    out = new Row(new RowType(List.of(new Type.Field("estimate", result, true))));
  }

  static Sketch distinct(Type type) {
    return new OurSketch("approx_distinct", type, Map.of(), Type.INT64);
  }

  static Sketch median() {
    Map<String, Object> parameters = Map.of("q", 0.5, "error", 0.01);
    return new OurSketch("approx_quantile", Type.INT64, parameters, Type.FLOAT64);
  }

  @Override
  public void begin() {
    rep = aggregator.identity();
  }

  @Override
  public void add(Row row) {
    aggregator.add(rep, row, 0, 0, 0);
  }

  @Override
  public byte[] bytes() {
    return aggregator.encode(rep);
  }

  @Override
  public void unite(byte[] stored) {
    aggregator.combineEncoded(rep, in.reset(stored, 0, stored.length));
  }

  @Override
  public double estimate() {
    aggregator.finish(rep, 0, WINDOW, out, 0);
    return result == Type.INT64 ? out.getLong(0) : out.getDouble(0);
  }
}
