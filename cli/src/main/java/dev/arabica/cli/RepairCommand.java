package dev.arabica.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc repair}: blocks again from the raw rows, roll-ups, seals. */
@Command(
    name = "repair",
    mixinStandardHelpOptions = true,
    description = {
      "Rebuild settled blocks from the raw rows, roll them up, seal whole hours.",
      "Without a range: every hour that received rows since the last repair, and settled hours not yet sealed."
    })
final class RepairCommand implements Callable<Integer> {
  @Mixin private EnvironmentOption environment;

  @Option(names = "--from", paramLabel = "INSTANT", description = "Start of the hour range.")
  private String from;

  @Option(names = "--to", paramLabel = "INSTANT", description = "End of the hour range.")
  private String to;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JobArguments args =
        JobArguments.of("repair", "--env", environment.folder())
            .addIfGiven("--from", from)
            .addIfGiven("--to", to);
    return JobRun.run(Engine.BATCH, args.list(), json, spec.commandLine());
  }
}
