package dev.arabica.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code featc ingest}: files into a source's raw table. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = "Bring files of events into a source's raw table.")
final class IngestCommand implements Callable<Integer> {
  @Mixin private EnvironmentOption environment;

  @Parameters(paramLabel = "SOURCE", description = "The source, as the spec names it.")
  private String source;

  @Option(
      names = "--from",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV or JSON Lines, gzip'd or not; folders are searched.")
  private List<Path> files;

  @Option(
      names = "--through",
      paramLabel = "INSTANT",
      description =
          "Up to where the source is now complete. Default: the end of the newest event's block.")
  private String through;

  @Option(
      names = "--complete-from",
      paramLabel = "INSTANT",
      description =
          "Where the history in the files starts. Default: they hold everything there ever was.")
  private String completeFrom;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JobArguments args =
        JobArguments.of("ingest", source, "--env", environment.folder())
            .addIfGiven("--through", through)
            .addIfGiven("--complete-from", completeFrom)
            .add("--from")
            .add(files.toArray());
    return JobRun.run(Engine.BATCH, args.list(), json, spec.commandLine());
  }
}
