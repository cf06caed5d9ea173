package dev.arabica.batch;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.Unsupported;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.time.Window;
import dev.arabica.intake.Event;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Origin;
import dev.arabica.tables.RawEvent;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.TableFileWriter;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** An environment with its tables, for a test that plays the stream and lets repair run. */
final class World implements AutoCloseable {
  private static SparkEnvironment running;

  final Plan plan;
  final SourcePlan source;
  final Environment environment;
  final Tables tables;
  final Events make;
  final List<Event> events = new ArrayList<>();
  private final SparkEnvironment spark;
  private long streamedTo = Long.MIN_VALUE;

  World(Path folder, Plan plan) {
    this.plan = plan;
    this.source = plan.sources().get(0);
    this.environment = Environment.create(folder);
    // A plan that has what engines do not execute yet is not registered, so that what they can do
    // with it already is tested all the same.
    if (Unsupported.in(plan).isEmpty()) {
      this.environment.plans().makeCurrent(plan);
    }
    this.tables = Tables.open(environment);
    this.make = new Events(source);
    this.spark = running(environment).other(environment);
  }

  /** Spark starts once for all tests of the JVM. */
  private static synchronized SparkEnvironment running(Environment first) {
    if (running == null) {
      running = SparkEnvironment.start(first, SparkEnvironment.DEFAULT_MASTER);
    }
    return running;
  }

  SparkEnvironment spark() {
    return spark;
  }

  /** Commits events to the raw table. */
  void raw(List<Event> more, long watermark) {
    events.addAll(more);
    RawTable raw = tables.raw(source);
    TableFileWriter<RawEvent> writer = raw.newFileWriter();
    more.forEach(event -> writer.add(new RawEvent(event, 0)));
    raw.commit(writer.finish(), OptionalLong.of(watermark), CommitId.unique("test"));
  }

  /** Commits blocks as the stream does, with its watermark. */
  long stream(List<BlockRow> rows, long watermark) {
    return streamOf(source.name(), rows, watermark);
  }

  long streamOf(String name, List<BlockRow> rows, long watermark) {
    BlockTable blocks = tables.blocks();
    TableFileWriter<BlockRow> writer = blocks.newFileWriter();
    rows.forEach(writer::add);
    Map<String, TimeRanges> built = new java.util.HashMap<>();
    for (GroupPlan group : plan.groups()) {
      group.packs().forEach(pack -> built.put(pack.id(), TimeRanges.of(streamedTo, watermark)));
    }
    streamedTo = watermark;
    Control control =
        Control.builder()
            .streamed(name)
            .watermark(name, watermark)
            .completeFrom(name, Long.MIN_VALUE)
            .built(name, built)
            .build();
    return blocks.commit(writer.finish(), control, CommitId.unique("stream"));
  }

  /** The base blocks of events as the stream would write them. */
  List<BlockRow> streamed(List<Event> some) {
    Map<String, List<Event>> byBlock = new java.util.TreeMap<>();
    List<BlockRow> rows = new ArrayList<>();
    GroupPlan group = plan.groups().get(0);
    for (Event event : some) {
      long start = Window.floor(event.eventTime(), Plans.BASE);
      Object user = event.row().getValue(source.rowType().require("user_id"));
      byBlock.computeIfAbsent(start + "/" + user, b -> new ArrayList<>()).add(event);
    }
    byBlock.values().forEach(block -> rows.add(block(group, block)));
    return rows;
  }

  /** A block of the first group, by user. */
  BlockRow block(GroupPlan group, List<Event> ofBlock) {
    CompositeAggregator aggregator =
        CompositeAggregator.bind(group.packs().get(0), source.rowType());
    Rep rep = aggregator.identity();
    for (Event event : ofBlock) {
      aggregator.add(rep, event.row(), event.eventTime(), event.id().high(), event.id().low());
    }
    Event first = ofBlock.get(0);
    Object user = first.row().getValue(source.rowType().require("user_id"));
    return BlockRow.of(
        KeyCodec.encode(group.keyTypes(), List.of(user)),
        Window.floor(first.eventTime(), Plans.BASE),
        Plans.BASE,
        group.packs().get(0).id(),
        aggregator.encode(rep),
        Origin.STREAM);
  }

  RepairReport repair() {
    return new Repair(spark, plan, line -> {}).run();
  }

  RepairReport repair(long from, long to) {
    return new Repair(spark, plan, line -> {}).run(OptionalLong.of(from), OptionalLong.of(to));
  }

  ControlState state() {
    return tables.blocks().control().latest();
  }

  /** What readers see now. */
  Map<String, String> visible() {
    BlockTable blocks = tables.blocks();
    return Recount.visible(plan, blocks, blocks.revision());
  }

  /** What they must see of blocks that end at or before the bound. */
  Map<String, String> expected(long bound) {
    return Recount.expected(plan, events, bound);
  }

  @Override
  public void close() {
    tables.close();
  }
}
