package dev.arabica.pit;

import dev.arabica.core.type.RowType;
import dev.arabica.intake.Spine;
import dev.arabica.intake.SpineRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Reads the spine once, decides what each row reads, and stages the rows for the tasks. */
final class SpineStage {
  private static final long POLL_MILLIS = 500;
  private static final long PROGRESS_ROWS = 1_000_000;

  private final Roles roles;
  private final TrainOptions options;
  private final Supplier<Committed> log;
  private final Consumer<String> progress;
  private final List<ReadRange> ranges;
  private final KeyHashes keys = new KeyHashes();
  private Committed committed;
  private int chunks;
  private long rows;
  private long approximate;

  SpineStage(
      Roles roles, TrainOptions options, Supplier<Committed> log, Consumer<String> progress) {
    this.roles = roles;
    this.options = options;
    this.log = log;
    this.progress = progress;
    this.ranges =
        roles.groups().stream().map(group -> new ReadRange(group, roles.rolesOf(group))).toList();
  }

  void run(Spine spine, Path folder) throws IOException {
    committed = log.get();
    RowResolver resolver = new RowResolver(roles, options.blocks(), committed);
    StagedRow row =
        new StagedRow(new RowType(spine.columns()), roles.groups().size(), roles.roles().size());
    try (StagedSpine.Writer writer = new StagedSpine.Writer(folder)) {
      while (spine.hasNext()) {
        resolve(resolver, spine.next(), row);
        count(row);
        writer.add(row);
        rows = writer.rows();
        if (rows % PROGRESS_ROWS == 0) {
          progress.accept("read " + rows + " spine rows");
        }
      }
      chunks = writer.chunks();
    }
  }

  private void resolve(RowResolver resolver, SpineRow in, StagedRow out) {
    long start = System.nanoTime();
    boolean told = false;
    while (true) {
      try {
        resolver.resolve(in, out);
        return;
      } catch (BeyondCommittedException e) {
        if (!mayWait(start)) {
          throw e;
        }
        if (!told) {
          progress.accept("waiting: " + e.getMessage());
          told = true;
        }
        sleep(e);
        committed = log.get();
        resolver.refresh(committed);
      }
    }
  }

  private boolean mayWait(long startNanos) {
    Optional<Duration> limit = options.await();
    return limit.isPresent() && System.nanoTime() - startNanos < limit.get().toNanos();
  }

  private static void sleep(BeyondCommittedException reason) {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  private void count(StagedRow row) {
    approximate += row.approximate ? 1 : 0;
    for (int i = 0; row.hasTime && i < row.watermarks.length; i++) {
      ranges.get(i).add(row.time, row.watermarks[i]);
    }
    for (int i = 0; row.hasTime && i < row.keys.length; i++) {
      if (row.keys[i] != null) {
        keys.add(row.keys[i]);
      }
    }
  }

  /** What had been committed when the last row was resolved. */
  Committed committed() {
    return committed;
  }

  /** What of each group's blocks can be needed, by position of the group. */
  List<ReadRange> ranges() {
    return ranges;
  }

  /** The keys asked for. */
  KeyHashes keys() {
    return keys;
  }

  int chunks() {
    return chunks;
  }

  long rows() {
    return rows;
  }

  /** Rows whose revision was inferred from their time. */
  long approximate() {
    return approximate;
  }
}
