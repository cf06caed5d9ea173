package dev.arabica.tables;

import dev.arabica.core.json.Json;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The raw events of one source, duplicates included, partitioned by the hour of their event time.
 * Beside the declared fields it has the columns of {@link RawColumns}. A commit may raise the raw
 * watermark: every event up to it that will come in order has come.
 */
public final class RawTable {
  private static final String WATERMARK = "arabica.raw_watermark";
  private static final String INPUTS = "arabica.inputs";
  private static final Comparator<RawEvent> FILE_ORDER =
      Comparator.comparingLong((RawEvent raw) -> raw.event().eventTime())
          .thenComparing(raw -> raw.event().id());

  // Iceberg counts hours in an int: a bound beyond it would wrap round and hide every row.
  private static final long LAST_BOUND = Integer.MAX_VALUE * Instants.MICROS_PER_HOUR;

  private final AppendLog log;
  private final String name;
  private final RawRecords records;

  RawTable(Table table, SourcePlan source) {
    this.log = new AppendLog(table);
    this.name = source.table();
    this.records = new RawRecords(source, table.schema());
  }

  /** As SQL names it, catalogue included. */
  public String sqlName() {
    return CatalogSettings.NAME + "." + name;
  }

  /** A writer of data files, to be committed by {@link #commit}. */
  public TableFileWriter<RawEvent> newFileWriter() {
    return new TableFileWriter<>(log.table(), FILE_ORDER, records::fill);
  }

  /** Written files as bytes, to be kept in a checkpoint. */
  public byte[] encodeFiles(List<DataFile> files) {
    return DataFileBytes.encode(log.table(), files);
  }

  public List<DataFile> decodeFiles(byte[] bytes) {
    return DataFileBytes.decode(log.table(), bytes);
  }

  /**
   * Commits written files, unless the commit of this name was made before.
   *
   * @param watermark the raw watermark from now on, microseconds since the epoch, if it is known;
   *     it never goes back
   */
  public void commit(List<DataFile> files, OptionalLong watermark, CommitId id) {
    log.commitOnce(files, summary(watermark), id);
  }

  /**
   * As {@link #commit}, remembering which inputs these rows are from; not if one of them has been
   * committed already, also by a process that does so at the same moment.
   *
   * @param inputs each a name that says what it was, to be found among {@link #inputs}
   * @return whether the commit was made
   */
  public boolean commitInputs(
      List<DataFile> files, OptionalLong watermark, List<String> inputs, CommitId id) {
    Map<String, String> summary = summary(watermark);
    if (!inputs.isEmpty()) {
      summary.put(INPUTS, Json.canonical(inputs));
    }
    Predicate<Snapshot> hasOneOfThem =
        snapshot -> !Collections.disjoint(inputsOf(snapshot), inputs);
    return log.commitUnless(hasOneOfThem, 0, files, summary, id).isPresent();
  }

  private static Map<String, String> summary(OptionalLong watermark) {
    Map<String, String> summary = new HashMap<>();
    watermark.ifPresent(micros -> summary.put(WATERMARK, Long.toString(micros)));
    return summary;
  }

  /** The inputs of all commits so far. */
  public Set<String> inputs() {
    Set<String> inputs = new HashSet<>();
    log.after(0).forEach(snapshot -> inputs.addAll(inputsOf(snapshot)));
    return inputs;
  }

  private static List<String> inputsOf(Snapshot snapshot) {
    String json = snapshot.summary().get(INPUTS);
    return json == null
        ? List.of()
        : ((List<?>) Json.parse(json)).stream().map(String.class::cast).toList();
  }

  /**
   * For each commit after a snapshot, or for all, by sequence number: the raw watermark that stood
   * when it was made, {@code Long.MIN_VALUE} for none. Rows carry their sequence number as in the
   * block table.
   */
  public SortedMap<Long, Long> watermarksBefore(OptionalLong snapshotId) {
    SortedMap<Long, Long> before = new TreeMap<>();
    long watermark = Long.MIN_VALUE;
    for (Snapshot snapshot : log.after(0)) {
      before.put(snapshot.sequenceNumber(), watermark);
      watermark = Math.max(watermark, watermark(List.of(snapshot)).orElse(Long.MIN_VALUE));
      if (snapshotId.isPresent() && snapshot.snapshotId() == snapshotId.getAsLong()) {
        before.clear();
      }
    }
    return before;
  }

  /** Whether a commit was made. */
  public boolean committed(CommitId id) {
    return log.committed(id).isPresent();
  }

  /** The highest checkpoint that a job has committed. */
  public OptionalLong lastCheckpoint(String job) {
    return log.lastCheckpoint(job);
  }

  /** The raw watermark, microseconds since the epoch; absent before the first. */
  public OptionalLong watermark() {
    log.refresh();
    return watermark(SnapshotUtil.currentAncestors(log.table()));
  }

  /** The newest snapshot; absent while the table is empty. */
  public OptionalLong snapshotId() {
    log.refresh();
    Snapshot newest = log.table().currentSnapshot();
    return newest == null ? OptionalLong.empty() : OptionalLong.of(newest.snapshotId());
  }

  /**
   * The hours that received rows after a snapshot, or ever. A snapshot that the table no longer
   * knows counts as none.
   *
   * @return the changes; with the snapshot id 0 and no hours while the table is empty
   */
  public RawChanges changesSince(OptionalLong snapshotId) {
    log.refresh();
    Snapshot newest = log.table().currentSnapshot();
    TreeSet<Long> hours = new TreeSet<>();
    if (newest == null) {
      return new RawChanges(0, hours, OptionalLong.empty());
    }
    for (Snapshot snapshot : SnapshotUtil.currentAncestors(log.table())) {
      if (snapshotId.isPresent() && snapshot.snapshotId() == snapshotId.getAsLong()) {
        break;
      }
      for (DataFile file : log.filesAdded(snapshot)) {
        int hour = file.partition().get(0, Integer.class);
        hours.add(hour * Instants.MICROS_PER_HOUR);
      }
    }
    OptionalLong watermark = watermark(SnapshotUtil.currentAncestors(log.table()));
    return new RawChanges(newest.snapshotId(), hours, watermark);
  }

  /**
   * The rows of a snapshot with {@code from <= event time < to}, in no particular order, duplicates
   * included; to be closed.
   */
  public CloseableIterable<RawRow> rows(long snapshotId, long from, long to) {
    CloseableIterable<Record> found =
        IcebergGenerics.read(log.table())
            .useSnapshot(snapshotId)
            .project(records.projection())
            .where(Expressions.greaterThanOrEqual(RawColumns.EVENT_TIME, bound(from)))
            .where(Expressions.lessThan(RawColumns.EVENT_TIME, bound(to)))
            .build();
    return CloseableIterable.transform(found, records::read);
  }

  private static long bound(long micros) {
    return Math.max(-LAST_BOUND, Math.min(LAST_BOUND, micros));
  }

  private static OptionalLong watermark(Iterable<Snapshot> snapshots) {
    OptionalLong watermark = OptionalLong.empty();
    for (Snapshot snapshot : snapshots) {
      String value = snapshot.summary().get(WATERMARK);
      if (value != null) {
        long micros = Long.parseLong(value);
        watermark = OptionalLong.of(Math.max(micros, watermark.orElse(Long.MIN_VALUE)));
      }
    }
    return watermark;
  }
}
