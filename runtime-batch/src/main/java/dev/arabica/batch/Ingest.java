package dev.arabica.batch;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.DeadLetterTable;
import dev.arabica.tables.Environment;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.iceberg.DataFile;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Brings files of events into a source's raw table, all in one commit; what cannot be admitted goes
 * to the dead-letter table. A file that was ingested before, told by name, size and content, is
 * skipped. Several files are read in Spark tasks, a single one here.
 */
public final class Ingest {
  private final Environment environment;
  private final Plan plan;
  private final Supplier<SparkEnvironment> spark;
  private final Consumer<String> progress;

  /**
   * Prepares to ingest for sources of the plan.
   *
   * @param spark gives a session if one is needed; whoever gives it closes it
   * @param progress takes a line for people now and then
   */
  public Ingest(
      Environment environment,
      Plan plan,
      Supplier<SparkEnvironment> spark,
      Consumer<String> progress) {
    this.environment = environment;
    this.plan = plan;
    this.spark = spark;
    this.progress = progress;
  }

  /**
   * What to ingest.
   *
   * @param source its name, qualified or short
   * @param from files, folders, globs
   * @param through the raw watermark from now on, microseconds since the epoch; by default the end
   *     of the block of the newest event. It never goes back
   * @param completeFrom start of the history that the files hold, microseconds since the epoch;
   *     {@code Long.MIN_VALUE} for everything there ever was
   */
  public record Request(
      String source, List<String> from, OptionalLong through, long completeFrom) {}

  /**
   * Ingests.
   *
   * @throws dev.arabica.core.plan.UnknownNameException for an unknown source
   * @throws dev.arabica.intake.DataFileException naming a file that is missing or unreadable;
   *     nothing is ingested then
   */
  public IngestReport run(Request request) {
    long started = System.nanoTime();
    SourcePlan source = plan.source(request.source());
    List<Path> files = InputFiles.find(request.from());
    try (Tables tables = Tables.open(environment)) {
      RawTable raw = tables.raw(source);
      List<IngestTask.Input> fresh = unseen(files, raw.inputs());
      List<IngestTask.Ingested> read = read(source, fresh);
      commitDeadLetters(tables.deadLetters(), read);
      List<IngestTask.Ingested> ingested = commitRaw(raw, source, read, request.through());
      commitCoverage(tables.blocks(), source, request.completeFrom());
      return new IngestReport(
          source.name(),
          ingested.size(),
          files.size() - ingested.size(),
          ingested.stream().mapToLong(IngestTask.Ingested::rows).sum(),
          ingested.stream().mapToLong(IngestTask.Ingested::deadLetters).sum(),
          raw.watermark(),
          (System.nanoTime() - started) / 1e9);
    }
  }

  private List<IngestTask.Input> unseen(List<Path> files, Set<String> before) {
    List<String> identities = files.parallelStream().map(InputIdentity::of).toList();
    Set<String> seen = new HashSet<>(before);
    List<IngestTask.Input> fresh = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      if (seen.add(identities.get(i))) {
        fresh.add(new IngestTask.Input(files.get(i).toString(), identities.get(i)));
      } else {
        progress.accept(files.get(i) + ": ingested before, skipped");
      }
    }
    return fresh;
  }

  private List<IngestTask.Ingested> read(SourcePlan source, List<IngestTask.Input> inputs) {
    IngestTask task =
        new IngestTask(environment.folder().toString(), PlanCodec.toJson(plan), source.name());
    if (inputs.size() <= 1) {
      return inputs.stream().map(task::run).toList();
    }
    progress.accept("reading " + inputs.size() + " files");
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(spark.get().session().sparkContext());
    try {
      return context.parallelize(inputs, inputs.size()).map(task::run).collect();
    } catch (Exception e) {
      throw TaskFailure.unwrapped(e);
    }
  }

  /** A commit a file, named by it, so that a run that is repeated after a crash doubles nothing. */
  private static void commitDeadLetters(DeadLetterTable table, List<IngestTask.Ingested> ingested) {
    for (IngestTask.Ingested file : ingested) {
      if (file.deadLetters() > 0) {
        table.commit(
            table.decodeFiles(file.deadLetterFiles()),
            new CommitId("ingest of " + file.identity(), 0));
      }
    }
  }

  /** Commits what was read, less what another run has committed meanwhile; gives what it was. */
  private List<IngestTask.Ingested> commitRaw(
      RawTable raw, SourcePlan source, List<IngestTask.Ingested> read, OptionalLong through) {
    while (true) {
      Set<String> before = raw.inputs();
      List<IngestTask.Ingested> fresh =
          read.stream().filter(file -> !before.contains(file.identity())).toList();
      if (tryCommitRaw(raw, source, fresh, through)) {
        return fresh;
      }
    }
  }

  private boolean tryCommitRaw(
      RawTable raw, SourcePlan source, List<IngestTask.Ingested> ingested, OptionalLong through) {
    List<DataFile> files = new ArrayList<>();
    ingested.forEach(file -> files.addAll(raw.decodeFiles(file.rawFiles())));
    OptionalLong watermark = through.isPresent() ? through : endOfNewest(source, ingested);
    OptionalLong before = raw.watermark();
    if (before.isPresent()
        && watermark.isPresent()
        && watermark.getAsLong() <= before.getAsLong()) {
      progress.accept("the raw watermark stays at " + Instants.pretty(before.getAsLong()));
      watermark = OptionalLong.empty();
    }
    if (ingested.isEmpty() && watermark.isEmpty()) {
      return true;
    }
    List<String> inputs = ingested.stream().map(IngestTask.Ingested::identity).toList();
    return raw.commitInputs(files, watermark, inputs, CommitId.unique("ingest"));
  }

  private OptionalLong endOfNewest(SourcePlan source, List<IngestTask.Ingested> ingested) {
    long size = SourceRepair.baseSize(plan, source);
    return ingested.stream()
        .filter(file -> file.rows() > 0)
        .mapToLong(file -> Window.floor(file.newest(), size) + size)
        .max();
  }

  private static void commitCoverage(BlockTable blocks, SourcePlan source, long completeFrom) {
    OptionalLong known = blocks.control().latest().completeFrom(source.name());
    if (known.isEmpty() || completeFrom < known.getAsLong()) {
      Control control = Control.builder().completeFrom(source.name(), completeFrom).build();
      blocks.commit(List.of(), control, CommitId.unique("ingest"));
    }
  }
}
