package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A pack is the product of its aggregates, whatever it is compiled to, and leaves no garbage. */
class CompositeAggregatorTest {
  private static final RowType ROWS =
      new RowType(
          List.of(
              new Type.Field("n", Type.INT64, true),
              new Type.Field("x", Type.FLOAT64, true),
              new Type.Field("name", Type.STRING, true),
              new Type.Field("ok", Type.BOOL, true)));
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Window WINDOW = new Window(0, 1_000);
  private static final List<String> OF_NUMBERS =
      List.of("sum", "avg", "min", "max", "first", "last", "variance", "approx_distinct");

  /** Of sizes around that of a class, with filters and inputs that some of them share. */
  @Test
  void aPackOfAnySizeIsTheProductOfItsAggregates() {
    Random random = new Random(7);
    for (int size : new int[] {0, 1, 2, 5, 31, 32, 33, 64, 65, 150}) {
      GroupPlan.Pack pack = pack(random, size);
      List<Row> rows = rows(random, 200);
      CompositeAggregator whole = CompositeAggregator.bind(pack, ROWS);
      Rep rep = rep(whole, rows);
      assertThat(whole.encode(whole.decode(whole.encode(rep)))).isEqualTo(whole.encode(rep));
      for (int i = 0; i < size; i++) {
        GroupPlan.Aggregate aggregate = pack.aggregates().get(i);
        CompositeAggregator alone =
            CompositeAggregator.bind(new GroupPlan.Pack("alone", List.of(aggregate)), ROWS);
        assertThat(finish(whole, rep, i, aggregate))
            .as("%s of %d", aggregate, size)
            .isEqualTo(finish(alone, rep(alone, rows), 0, aggregate));
      }
    }
  }

  @Test
  void nothingIsAllocatedForAnEventOrABlock() {
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    for (String function : List.of("sum", "min", "max", "first", "last", "variance")) {
      aggregates.add(aggregate(function, "n", Type.INT64, Optional.empty()));
      aggregates.add(aggregate(function, "x", Type.FLOAT64, Optional.of(isPositive())));
    }
    aggregates.add(aggregate("any", "ok", Type.BOOL, Optional.empty()));
    CompositeAggregator pack =
        CompositeAggregator.bind(new GroupPlan.Pack("pack", aggregates), ROWS);
    List<Row> rows = rows(new Random(3), 30);
    Rep target = rep(pack, rows);
    // Of other events than the target's: the same event twice is told apart by its bytes.
    Rep block = rep(pack, rows, 1);
    byte[] encoded = pack.encode(block);
    ByteReader reader = new ByteReader(encoded);
    ByteWriter writer = new ByteWriter(4096);
    AtomicLong time = new AtomicLong(rows.size());
    Runnable work =
        () -> {
          for (int i = 0; i < rows.size(); i++) {
            pack.add(target, rows.get(i), time.incrementAndGet(), 0, 0);
          }
          pack.combine(target, block);
          pack.combineEncoded(target, reader.reset(encoded, 0, encoded.length));
          pack.encode(target, writer.reset());
        };
    // Compiled code included: what is interpreted may allocate for itself.
    for (int i = 0; i < 20_000; i++) {
      work.run();
    }
    long before = allocated();
    for (int i = 0; i < 100; i++) {
      work.run();
    }
    assertThat(allocated() - before).isZero();
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  private static Rep rep(CompositeAggregator aggregator, List<Row> rows) {
    return rep(aggregator, rows, 0);
  }

  private static Rep rep(CompositeAggregator aggregator, List<Row> rows, long id) {
    Rep rep = aggregator.identity();
    for (int i = 0; i < rows.size(); i++) {
      aggregator.add(rep, rows.get(i), rows.size() - i, 0, id);
    }
    return rep;
  }

  private static Object finish(
      CompositeAggregator aggregator, Rep rep, int number, GroupPlan.Aggregate aggregate) {
    Type input = aggregate.input().map(Expr::type).orElse(null);
    Type type = AggregateFunction.named(aggregate.function()).resultType(input);
    Row out = new Row(new RowType(List.of(new Type.Field("value", type, true))));
    aggregator.finish(rep, number, WINDOW, out, 0);
    return List.of(Optional.ofNullable(out.getValue(0)), aggregator.isEmpty(rep, number));
  }

  private static GroupPlan.Pack pack(Random random, int size) {
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      aggregates.add(aggregate(random));
    }
    return new GroupPlan.Pack("pack", aggregates);
  }

  private static GroupPlan.Aggregate aggregate(Random random) {
    Optional<Expr> where = random.nextBoolean() ? Optional.of(isPositive()) : Optional.empty();
    return switch (random.nextInt(5)) {
      case 0 -> aggregate("count", null, null, where);
      case 1 -> aggregate("last", "name", Type.STRING, where);
      case 2 -> aggregate("all", "ok", Type.BOOL, where);
      default -> {
        boolean isFloat = random.nextBoolean();
        String function = OF_NUMBERS.get(random.nextInt(OF_NUMBERS.size()));
        yield function.equals("approx_distinct") || !isFloat
            ? aggregate(function, "n", Type.INT64, where)
            : aggregate(function, "x", Type.FLOAT64, where);
      }
    };
  }

  private static Expr isPositive() {
    return Expr.Call.of(
        Function.GREATER,
        List.of(new Expr.Column("n", Type.INT64), new Expr.Literal(Type.INT64, 0L)));
  }

  private static GroupPlan.Aggregate aggregate(
      String function, String column, Type type, Optional<Expr> where) {
    return new GroupPlan.Aggregate(
        "id",
        function,
        function,
        Optional.ofNullable(column).map(name -> new Expr.Column(name, type)),
        Optional.empty(),
        where,
        Map.of());
  }

  private static List<Row> rows(Random random, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Row row = new Row(ROWS);
      row.setLong(0, random.nextInt(100) - 40);
      row.setDouble(1, random.nextInt(9) == 0 ? Double.NaN : random.nextGaussian());
      row.setRef(2, "name " + random.nextInt(9));
      row.setBoolean(3, random.nextInt(50) > 0);
      row.setValue(random.nextInt(4), null);
      rows.add(row);
    }
    return rows;
  }
}
