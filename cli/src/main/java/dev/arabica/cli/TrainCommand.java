package dev.arabica.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code featc train}: a point-in-time training set. */
@Command(
    name = "train",
    mixinStandardHelpOptions = true,
    description = "Join impressions with the features as they were, row by row, in order.")
final class TrainCommand implements Callable<Integer> {

  private enum Format {
    parquet,
    jsonl
  }

  @Mixin private EnvironmentOption environment;

  @Option(
      names = "--spine",
      required = true,
      paramLabel = "FILE",
      description =
          "The impressions: the set's keys, event_ts, and what else is to pass through. CSV or JSON Lines.")
  private Path spine;

  @Option(
      names = "--features",
      required = true,
      paramLabel = "SET",
      description = "The feature set.")
  private String features;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Where the rows go.")
  private Path output;

  @Option(
      names = "--blocks",
      defaultValue = "corrected",
      description =
          "as-served: what a lookup saw then; corrected: what is known now. Default: ${DEFAULT-VALUE}.")
  private String blocks;

  @Option(
      names = "--format",
      defaultValue = "parquet",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format;

  @Option(
      names = "--wait",
      description = "Wait until the tables hold what the rows were served from.")
  private boolean wait;

  @Option(
      names = "--allow-partial",
      description =
          "Serve windows of which blocks are missing: before the history starts, or not built yet.")
  private boolean allowPartial;

  @Option(names = "--status", description = "Add a column `_status.<feature>` for each feature.")
  private boolean status;

  @Option(names = "--overwrite", description = "Replace the output folder.")
  private boolean overwrite;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JobArguments args =
        JobArguments.of("--env", environment.folder(), "--spine", spine, "--features", features)
            .add("-o", output, "--blocks", blocks(), "--format", format)
            .addFlag("--wait", wait)
            .addFlag("--allow-partial", allowPartial)
            .addFlag("--status", status)
            .addFlag("--overwrite", overwrite);
    return JobRun.run(Engine.TRAIN, args.list(), json, spec.commandLine());
  }

  private String blocks() {
    if (!List.of("as-served", "corrected").contains(blocks)) {
      throw new ParameterException(
          spec.commandLine(), "--blocks is as-served or corrected, not `" + blocks + "`");
    }
    return blocks;
  }
}
