package dev.arabica.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotChanges;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitStateUnknownException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * An Iceberg table as a log of appends. Each commit has a sequence number, one more than the commit
 * before it, and a summary of properties; a named commit is made at most once.
 */
final class AppendLog {
  private final Table table;

  AppendLog(Table table) {
    this.table = table;
  }

  Table table() {
    return table;
  }

  /** Sees what others have committed. */
  void refresh() {
    table.refresh();
  }

  /**
   * Appends the files unless the named commit was made before; even two processes that try it at
   * the same moment make it once.
   *
   * @return the sequence number of the commit, now or then
   */
  long commitOnce(List<DataFile> files, Map<String, String> summary, CommitId id) {
    return commitUnless(snapshot -> false, Long.MAX_VALUE, files, summary, id).orElseThrow();
  }

  /**
   * As {@link #commitOnce}, but only if no commit after the sequence number {@code base} is one
   * that {@code conflict} says it cannot follow.
   *
   * @return the sequence number of the commit; absent if it was not made
   */
  OptionalLong commitUnless(
      Predicate<Snapshot> conflict,
      long base,
      List<DataFile> files,
      Map<String, String> summary,
      CommitId id) {
    // Seen afresh on every attempt, against the very snapshots the attempt builds on.
    AtomicReference<Snapshot> made = new AtomicReference<>();
    AtomicBoolean refused = new AtomicBoolean();
    AppendFiles append = table.newAppend();
    files.forEach(append::appendFile);
    summary.forEach(append::set);
    id.toSummary().forEach(append::set);
    append.validateWith(
        history -> {
          made.set(find(history, id));
          refused.set(made.get() == null && anyAfter(base, history, conflict));
          return made.get() == null && !refused.get();
        });
    try {
      append.commit();
    } catch (ValidationException e) {
      if (refused.get()) {
        return OptionalLong.empty();
      }
      if (made.get() == null) {
        throw e;
      }
      return OptionalLong.of(made.get().sequenceNumber());
    } catch (CommitStateUnknownException e) {
      OptionalLong sequence = committed(id);
      if (sequence.isEmpty()) {
        throw e;
      }
      return sequence;
    }
    return OptionalLong.of(committed(id).orElseThrow());
  }

  /** The sequence number of the named commit, if it was made. */
  OptionalLong committed(CommitId id) {
    table.refresh();
    Snapshot snapshot = find(SnapshotUtil.currentAncestors(table), id);
    return snapshot == null ? OptionalLong.empty() : OptionalLong.of(snapshot.sequenceNumber());
  }

  /** The highest checkpoint that a job has committed. */
  OptionalLong lastCheckpoint(String job) {
    table.refresh();
    long last = -1;
    for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
      last = Math.max(last, CommitId.checkpoint(job, snapshot));
    }
    return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
  }

  /** The commits after a sequence number, oldest first; 0 for all. */
  List<Snapshot> after(long sequence) {
    table.refresh();
    List<Snapshot> snapshots = new ArrayList<>();
    for (Snapshot snapshot : SnapshotUtil.currentAncestors(table)) {
      if (snapshot.sequenceNumber() <= sequence) {
        break;
      }
      snapshots.add(snapshot);
    }
    Collections.reverse(snapshots);
    return snapshots;
  }

  /**
   * The files that a commit brought. A compaction brings none: its rows are those of older commits.
   *
   * @throws TablesException if the commit changed rows, which nothing may do to this table
   */
  List<DataFile> filesAdded(Snapshot snapshot) {
    List<DataFile> files = new ArrayList<>();
    if (DataOperations.REPLACE.equals(snapshot.operation())) {
      return files;
    }
    SnapshotChanges changes = SnapshotChanges.builderFor(table).snapshot(snapshot).build();
    changes.addedDataFiles().forEach(files::add);
    if (!DataOperations.APPEND.equals(snapshot.operation()) && !files.isEmpty()) {
      throw new TablesException(
          "table "
              + table.name()
              + ": commit "
              + snapshot.sequenceNumber()
              + " is a `"
              + snapshot.operation()
              + "`, but the table is only ever appended to");
    }
    return files;
  }

  private static boolean anyAfter(
      long base, Iterable<Snapshot> history, Predicate<Snapshot> conflict) {
    for (Snapshot snapshot : history) {
      if (snapshot.sequenceNumber() <= base) {
        return false;
      }
      if (conflict.test(snapshot)) {
        return true;
      }
    }
    return false;
  }

  private static Snapshot find(Iterable<Snapshot> history, CommitId id) {
    for (Snapshot snapshot : history) {
      if (id.names(snapshot)) {
        return snapshot;
      }
    }
    return null;
  }
}
