package dev.arabica.benchmarks.chronon;

import ai.chronon.api.Aggregation;
import ai.chronon.api.DataType;
import ai.chronon.api.GroupBy;
import ai.chronon.api.LongType$;
import ai.chronon.api.MetaData;
import ai.chronon.api.Operation;
import ai.chronon.api.TimeUnit;
import ai.chronon.api.Window;
import ai.chronon.online.TileCodec;
import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple2;
import scala.collection.JavaConverters;

/** Chronon's group with count, sum, min, max and last of a column, each over all windows. */
final class FiveAggregates {
  private static final String COLUMN = "value";
  private static final List<Operation> OPERATIONS =
      List.of(Operation.COUNT, Operation.SUM, Operation.MIN, Operation.MAX, Operation.LAST);

  /** How many there are of a window. */
  static final int SIZE = OPERATIONS.size();

  private FiveAggregates() {}

  /** The codec of its tiles, which has an aggregator without windows and one with. */
  static TileCodec codec() {
    GroupBy group = new GroupBy();
    group.setMetaData(new MetaData().setName("measured"));
    group.setAggregations(OPERATIONS.stream().map(FiveAggregates::aggregation).toList());
    Tuple2<String, DataType> column = new Tuple2<>(COLUMN, LongType$.MODULE$);
    return new TileCodec(group, JavaConverters.asScalaBuffer(List.of(column)));
  }

  private static Aggregation aggregation(Operation operation) {
    List<Window> windows =
        IntStream.range(0, Tiles.windows()).mapToObj(FiveAggregates::window).toList();
    return new Aggregation().setInputColumn(COLUMN).setOperation(operation).setWindows(windows);
  }

  /** An hour stands for a block: Chronon has windows of hours and of days. */
  private static Window window(int at) {
    return new Window(Tiles.blocksOf(at), TimeUnit.HOURS);
  }

  /** The answer in the places of some finished values, from one on and each a step apart. */
  static Answer answer(Object[] finished, int from, int step) {
    long[] values = new long[SIZE];
    for (int i = 0; i < SIZE; i++) {
      values[i] = (Long) finished[from + i * step];
    }
    return new Answer(values[0], values[1], values[2], values[3], values[4]);
  }
}
