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
import java.util.TreeSet;

/** Files in, file out: the features of a spine's rows, computed by the reference engine. */
public final class Evaluation {
  private final Plan plan;
  private final Map<String, List<Event>> events = new HashMap<>();
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
   * @param deadLetters how many records were not admitted, by reason
   * @param examples the first dead letter of each reason
   */
  public record Outcome(
      long rows,
      long events,
      Map<DeadLetter.Reason, Long> deadLetters,
      Map<DeadLetter.Reason, DeadLetter> examples) {}

  /**
   * Evaluates a feature set. The output repeats the spine's columns in order and adds one for each
   * feature; its format is told by its name.
   *
   * @param set the name of the feature set
   * @param eventFiles the files of each source, by the source's name as a user types it
   * @throws dev.arabica.core.plan.UnknownNameException if the plan lacks the set or a source
   * @throws DataFileException if a file cannot be read or written as what it should be, or a source
   *     that the set needs has no files
   */
  public static Outcome run(
      Plan plan, String set, Map<String, List<Path>> eventFiles, Path spine, Path output) {
    FeatureSetPlan wanted = plan.featureSet(set);
    Evaluation evaluation = new Evaluation(plan);
    try (Spine rows = Spine.open(wanted, spine)) {
      eventFiles.forEach(evaluation::read);
      evaluation.requireSources(wanted);
      long count = evaluation.write(wanted, rows, output);
      return new Outcome(count, evaluation.admitted, evaluation.deadLetters, evaluation.examples);
    }
  }

  private void read(String sourceName, List<Path> files) {
    SourcePlan source = plan.source(sourceName);
    List<Event> own = events.computeIfAbsent(source.name(), name -> new ArrayList<>());
    for (Path file : files) {
      try (RecordIterator<Admitted> records = EventFiles.read(source, file)) {
        records.forEachRemaining(record -> take(record, own));
      }
    }
  }

  private void take(Admitted record, List<Event> own) {
    if (record instanceof Event event) {
      own.add(event);
      admitted++;
    } else {
      DeadLetter letter = (DeadLetter) record;
      deadLetters.merge(letter.reason(), 1L, Long::sum);
      examples.putIfAbsent(letter.reason(), letter);
    }
  }

  private void requireSources(FeatureSetPlan set) {
    TreeSet<String> absent = new TreeSet<>();
    set.members().forEach(member -> absent.add(plan.group(member.group()).source()));
    absent.removeAll(events.keySet());
    if (!absent.isEmpty()) {
      throw new DataFileException(
          "feature set `" + set.name() + "` needs events of " + absent + ", but no file was given");
    }
  }

  private long write(FeatureSetPlan set, Spine spine, Path output) {
    List<Type.Field> columns = new ArrayList<>(spine.columns());
    columns.addAll(ReferenceEngine.columns(plan, set));
    ReferenceEngine engine = new ReferenceEngine(plan, events);
    long rows = 0;
    try (RowFileWriter out = new RowFileWriter(output, columns)) {
      while (spine.hasNext()) {
        SpineRow row = spine.next();
        List<Object> values = new ArrayList<>(row.columns());
        engine.values(set, row).forEach(feature -> values.add(feature.value()));
        out.write(values);
        rows++;
      }
    }
    return rows;
  }
}
