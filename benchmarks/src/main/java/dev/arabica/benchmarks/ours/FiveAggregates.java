package dev.arabica.benchmarks.ours;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pack of count, sum, least, greatest and newest value of an int64 column. */
public final class FiveAggregates {
  private static final List<String> FUNCTIONS = List.of("count", "sum", "min", "max", "last");
  private static final int SUM = 1;

  /** What a value is divided by for the column of floats. */
  private static final double AMOUNT_SCALE = 8;

  private static final Type.Field VALUE = new Type.Field("value", Type.INT64, true);
  private static final Type.Field AMOUNT = new Type.Field("amount", Type.FLOAT64, true);

  private final boolean floatSum;
  private final RowType rowType;

  private FiveAggregates(boolean floatSum) {
    this.floatSum = floatSum;
    this.rowType = new RowType(floatSum ? List.of(VALUE, AMOUNT) : List.of(VALUE));
  }

  public static FiveAggregates ofIntegers() {
    return new FiveAggregates(false);
  }

  /** The sum is of a float64 column that holds an eighth of the value. */
  public static FiveAggregates withFloatSum() {
    return new FiveAggregates(true);
  }

  public RowType rowType() {
    return rowType;
  }

  public static int size() {
    return FUNCTIONS.size();
  }

  public GroupPlan.Pack pack() {
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      aggregates.add(
          new GroupPlan.Aggregate(
              "id" + i, FUNCTIONS.get(i), FUNCTIONS.get(i), input(i), Optional.empty(), Map.of()));
    }
    return new GroupPlan.Pack("pack", aggregates);
  }

  /** Its value's type. */
  public Type type(int aggregate) {
    return floatSum && aggregate == SUM ? Type.FLOAT64 : Type.INT64;
  }

  private Optional<Expr> input(int aggregate) {
    Type.Field column = floatSum && aggregate == SUM ? AMOUNT : VALUE;
    return aggregate == 0
        ? Optional.empty()
        : Optional.of(new Expr.Column(column.name(), column.type()));
  }

  /** Makes a row that of an event. */
  public void fill(Row row, long value) {
    row.setLong(0, value);
    if (floatSum) {
      row.setDouble(1, value / AMOUNT_SCALE);
    }
  }

  /** The rep of some events. */
  public Rep rep(CompositeAggregator aggregator, Events events) {
    Rep rep = aggregator.identity();
    Row row = new Row(rowType);
    for (int i = 0; i < events.size(); i++) {
      fill(row, events.value[i]);
      aggregator.add(rep, row, events.time[i], events.idHigh[i], events.idLow[i]);
    }
    return rep;
  }

  /** What a rep comes to. */
  public Answer answer(CompositeAggregator aggregator, Rep rep) {
    List<Type.Field> fields = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      fields.add(new Type.Field(FUNCTIONS.get(i), type(i), true));
    }
    Row out = new Row(new RowType(fields));
    for (int i = 0; i < size(); i++) {
      aggregator.finish(rep, i, new Window(0, Long.MAX_VALUE), out, i);
    }
    long sum = floatSum ? (long) (out.getDouble(SUM) * AMOUNT_SCALE) : out.getLong(SUM);
    return new Answer(out.getLong(0), sum, out.getLong(2), out.getLong(3), out.getLong(4));
  }
}
