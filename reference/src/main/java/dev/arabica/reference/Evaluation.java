package dev.arabica.reference;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.DataFileException;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import dev.arabica.intake.EventFiles;
import dev.arabica.intake.RecordIterator;
import dev.arabica.intake.RowFileWriter;
import dev.arabica.intake.Spine;
import dev.arabica.intake.SpineRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Files in, file out: the columns of a spine's rows, computed by the reference engine. */
public final class Evaluation {
  private final Plan plan;
  private final Map<String, List<Event>> events = new HashMap<>();
  private final Map<String, List<SnapshotRow>> snapshots = new HashMap<>();
  private final Map<DeadLetter.Reason, Long> deadLetters = new EnumMap<>(DeadLetter.Reason.class);
  private final Map<DeadLetter.Reason, DeadLetter> examples =
      new EnumMap<>(DeadLetter.Reason.class);
  private long admitted;

  private Evaluation(Plan plan) {
    this.plan = plan;
  }

  /**
   * What was done.
   *
   * @param rows of the spine, and so of the output
   * @param events admitted, duplicates included
   * @param deadLetters how many records of sources and snapshots were not admitted, by reason
   * @param examples the first dead letter of each reason
   */
  public record Outcome(
      long rows,
      long events,
      Map<DeadLetter.Reason, Long> deadLetters,
      Map<DeadLetter.Reason, DeadLetter> examples) {}

  /**
   * The files to read, by the name as a user types it.
   *
   * @param events of each source
   * @param snapshots of each snapshot
   */
  public record Files(Map<String, List<Path>> events, Map<String, List<Path>> snapshots) {}

  /** Evaluates a feature set that reads no snapshot. */
  public static Outcome run(
      Plan plan, String set, Map<String, List<Path>> eventFiles, Path spine, Path output) {
    return run(plan, set, new Files(eventFiles, Map.of()), spine, output);
  }

  /**
   * Evaluates a feature set. The output repeats the spine's columns in order and adds one for each
   * column of the set, labels last; its format is told by its name. A column of the set that only
   * repeats one of the request stands in the place of the spine's.
   *
   * @param set the name of the feature set
   * @throws dev.arabica.core.plan.UnknownNameException if the plan lacks the set, a source or a
   *     snapshot
   * @throws DataFileException if a file cannot be read or written as what it should be, or a source
   *     or snapshot that the set needs has no files
   */
  public static Outcome run(Plan plan, String set, Files files, Path spine, Path output) {
    FeatureSetPlan wanted = plan.featureSet(set);
    Evaluation evaluation = new Evaluation(plan);
    try (Spine rows = Spine.open(plan, wanted, spine)) {
      files.events().forEach(evaluation::readEvents);
      files.snapshots().forEach(evaluation::readSnapshot);
      evaluation.requireAll(wanted);
      long count = evaluation.write(wanted, rows, output);
      return new Outcome(count, evaluation.admitted, evaluation.deadLetters, evaluation.examples);
    }
  }

  private void readEvents(String name, List<Path> files) {
    SourcePlan source = plan.source(name);
    List<Event> own = events.computeIfAbsent(source.name(), n -> new ArrayList<>());
    read(source, files, own::add);
    admitted = events.values().stream().mapToLong(List::size).sum();
  }

  private void readSnapshot(String name, List<Path> files) {
    SnapshotFiles snapshot = new SnapshotFiles(plan.snapshot(name));
    List<SnapshotRow> own =
        snapshots.computeIfAbsent(snapshot.snapshot().name(), n -> new ArrayList<>());
    read(snapshot.asSource(), files, event -> own.add(snapshot.row(event)));
  }

  private void read(SourcePlan source, List<Path> files, Consumer<Event> admitted) {
    for (Path file : files) {
      try (RecordIterator<Admitted> records = EventFiles.readFew(source, file)) {
        records.forEachRemaining(record -> take(record, admitted));
      }
    }
  }

  private void take(Admitted record, Consumer<Event> admitted) {
    if (record instanceof Event event) {
      admitted.accept(event);
    } else {
      DeadLetter letter = (DeadLetter) record;
      deadLetters.merge(letter.reason(), 1L, Long::sum);
      examples.putIfAbsent(letter.reason(), letter);
    }
  }

  private void requireAll(FeatureSetPlan set) {
    Needs needs = Needs.of(plan, set);
    needs.sources().removeAll(events.keySet());
    needs.snapshots().removeAll(snapshots.keySet());
    require(set, "events of ", needs.sources());
    require(set, "rows of the snapshot ", needs.snapshots());
  }

  private static void require(FeatureSetPlan set, String what, Set<String> absent) {
    if (!absent.isEmpty()) {
      throw new DataFileException(
          "feature set `" + set.name() + "` needs " + what + absent + ", but no file was given");
    }
  }

  private long write(FeatureSetPlan set, Spine spine, Path output) {
    ReferenceData data = new ReferenceData(events, snapshots);
    ReferenceEngine engine = new ReferenceEngine(plan, data, OpenHead.CLOSED_VALUE);
    List<Type.Field> added = new ArrayList<>(ReferenceEngine.columns(plan, set));
    added.addAll(ReferenceEngine.labelColumns(set));
    OutputColumns columns = new OutputColumns(spine.columns(), added);
    long rows = 0;
    try (RowFileWriter out = new RowFileWriter(output, columns.fields())) {
      while (spine.hasNext()) {
        SpineRow row = spine.next();
        List<FeatureValue> values = new ArrayList<>(engine.values(set, row));
        values.addAll(engine.labels(set, row));
        out.write(columns.row(row.columns(), values));
        rows++;
      }
    }
    return rows;
  }
}
