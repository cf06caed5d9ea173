package dev.arabica.batch;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.tables.BlockCommit;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;

/**
 * One repair against one revision of the block table, to be given up if others have written into
 * the same hours when it wants to commit.
 */
final class RepairAttempt {
  private final SparkEnvironment spark;
  private final Tables tables;
  private final BlockTable blocks;
  private final Plan plan;
  private final Consumer<String> progress;
  private final RepairCounts counts;
  private final ControlState state;

  private final Control.Builder control = Control.builder();
  private final List<DataFile> files = new ArrayList<>();
  private final Map<Long, Long> changed = new TreeMap<>();

  /** By source and pack. */
  private final Map<String, Map<String, TimeRanges>> touched = new HashMap<>();

  private TimeRanges newlySealed = TimeRanges.NONE;
  private boolean committed;

  RepairAttempt(SparkEnvironment spark, Tables tables, Plan plan, Consumer<String> progress) {
    this.spark = spark;
    this.tables = tables;
    this.blocks = tables.blocks();
    this.plan = plan;
    this.progress = progress;
    this.counts = new RepairCounts(spark.session().sparkContext());
    this.state = blocks.control().latest();
  }

  /** Builds and writes what has to change, of every source. */
  void build(TimeRanges asked) {
    for (SourcePlan source : plan.sources()) {
      RawTable raw = tables.raw(source);
      SourceRepair.of(plan, source, raw, state, asked).ifPresent(repair -> build(repair, raw));
    }
  }

  private void build(SourceRepair repair, RawTable raw) {
    SourceScope scope = repair.scope();
    if (!scope.isEmpty()) {
      progress.accept(scope.sourceName() + ": " + describe(scope));
      RepairJob job = new RepairJob(spark, scope, counts);
      for (RepairJob.Written written : job.run(raw.sqlName(), state.revision())) {
        files.addAll(blocks.decodeFiles(written.files()));
        written.changed().forEach((size, count) -> changed.merge(size, count, Long::sum));
      }
      touched.put(scope.sourceName(), scope.rebuilt());
    }
    newlySealed = newlySealed.union(repair.newlySealed());
    repair.addTo(control);
  }

  private static String describe(SourceScope scope) {
    TimeRanges all = scope.rebuiltRanges();
    return "blocks of "
        + Instants.pretty(all.from())
        + " to "
        + Instants.pretty(all.to())
        + (all.ranges().size() > 1 ? " in " + all.ranges().size() + " parts" : "");
  }

  /** Makes it all visible at once; absent if others have written into the same hours. */
  OptionalLong commit() {
    Control facts = control.build();
    if (files.isEmpty() && facts.isEmpty()) {
      return OptionalLong.of(state.revision());
    }
    committed = true;
    return blocks.commitUnless(
        this::conflicts, state.revision(), files, facts, CommitId.unique("repair"));
  }

  private boolean conflicts(BlockCommit other) {
    boolean repair =
        !other.control().sealed().isEmpty() || !other.control().repairedRaw().isEmpty();
    return repair
        || blocks.spansAdded(other).stream()
            .anyMatch(span -> touchedBy(other).intersects(span.from(), span.to()));
  }

  /**
   * What is under repair of the sources and packs that a commit is about; of all if it does not
   * say.
   */
  private TimeRanges touchedBy(BlockCommit other) {
    Set<String> streamed = other.control().streamed();
    TimeRanges all = TimeRanges.NONE;
    for (Map.Entry<String, Map<String, TimeRanges>> source : touched.entrySet()) {
      if (streamed.isEmpty() || streamed.contains(source.getKey())) {
        Map<String, TimeRanges> packs = new HashMap<>(source.getValue());
        Map<String, TimeRanges> named = other.control().built().get(source.getKey());
        if (named != null) {
          packs.keySet().retainAll(named.keySet());
        }
        all = packs.values().stream().reduce(all, TimeRanges::union);
      }
    }
    return all;
  }

  RepairReport report(long revision, double seconds) {
    return new RepairReport(
        revision,
        committed,
        counts.rowsRead.value(),
        counts.duplicates.value(),
        counts.nullKeys.value(),
        counts.skippedNaN.value(),
        counts.checked.value(),
        changed,
        newlySealed.length() / Instants.MICROS_PER_HOUR,
        counts.lateRows.value(),
        seconds);
  }
}
