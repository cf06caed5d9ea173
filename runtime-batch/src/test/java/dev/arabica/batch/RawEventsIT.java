package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawEventsIT {
  private static final Type STRUCT =
      new Type.StructType(
          List.of(
              new Type.Field("a", Type.INT32, true),
              new Type.Field("t", Type.TIMESTAMP, true),
              new Type.Field("d", Type.DATE, true)));
  private static final Type.MapType MAP = new Type.MapType(Type.DATE, new Type.DecimalType(3, 1));
  private static final List<Type> TYPES =
      List.of(
          Type.BOOL,
          Type.INT32,
          Type.INT64,
          Type.FLOAT32,
          Type.FLOAT64,
          Type.STRING,
          Type.BYTES,
          Type.TIMESTAMP,
          Type.DATE,
          STRUCT,
          new Type.ListType(STRUCT),
          new Type.DecimalType(38, 2),
          MAP,
          new Type.VectorType(2));

  @TempDir Path folder;

  @Test
  void everyTypeComesThroughSparkAsItWas() {
    SourcePlan source = source();
    try (World world = new World(folder, new Plan(List.of(source), List.of(), List.of()))) {
      long time = 20_000 * Plans.DAY + 1;
      Row empty = new Row(source.rowType());
      Row full = full(source);
      world.raw(List.of(event(full, time, 1), event(empty, time + 1, -1)), time);

      Map<EventId, Event> read = new TreeMap<>();
      events(world, time).forEachRemaining(event -> read.put(event.id(), event));
      assertThat(read).hasSize(2);
      Event found = read.get(new EventId(1, 1));
      assertThat(found.eventTime()).isEqualTo(time);
      assertThat(found.row().toString()).isEqualTo(full.toString());
      assertThat(found.row()).isEqualTo(full);
      assertThat(read.get(new EventId(-1, -1)).row()).isEqualTo(empty);
    }
  }

  private static Iterator<Event> events(World world, long time) {
    SourceScope scope =
        new SourceScope(
            PlanCodec.toJson(world.plan),
            world.source.name(),
            Map.of("pack", TimeRanges.of(time, time + 2)),
            Map.of(),
            Map.of(),
            new Lateness(new TreeMap<>(), Plans.BASE, 0));
    RepairCounts counts = new RepairCounts(world.spark().session().sparkContext());
    return RawEvents.of(
        scope,
        RawEvents.read(world.spark().session(), scope, world.tables.raw(world.source).sqlName())
            .collectAsList()
            .iterator(),
        counts);
  }

  private static SourcePlan source() {
    List<SourcePlan.SourceField> fields =
        java.util.stream.IntStream.range(0, TYPES.size())
            .mapToObj(
                i ->
                    new SourcePlan.SourceField(
                        "Field_" + i, TYPES.get(i), true, SourcePlan.TimeEncoding.ISO))
            .toList();
    return new SourcePlan(
        "test.wide",
        Optional.empty(),
        "test.wide_raw",
        fields,
        new Expr.Column("Field_7", Type.TIMESTAMP),
        0,
        0,
        0,
        Optional.empty());
  }

  private static Row full(SourcePlan source) {
    List<Object> values =
        Arrays.asList(
            true,
            -5L,
            Long.MIN_VALUE,
            0.5,
            Double.NEGATIVE_INFINITY,
            "ü\u0000",
            new byte[] {0, -1},
            -1L,
            -719162L,
            Arrays.asList(1L, 1L, -1L),
            Arrays.asList(Arrays.asList(1L, null, null), null, Arrays.asList(null, 9_999_999L, 0L)),
            new BigDecimal("-" + "9".repeat(36) + ".99"),
            Values.map(MAP, Map.of(7L, new BigDecimal("-0.5"), -7L, new BigDecimal("10.0"))),
            new float[] {0.1f, Float.NaN});
    Row row = new Row(source.rowType());
    for (int i = 0; i < values.size(); i++) {
      row.setValue(i, values.get(i));
    }
    return row;
  }

  private static Event event(Row row, long time, long id) {
    return new Event(row, time, new EventId(id, id), new FilePosition("wide", 1));
  }
}
