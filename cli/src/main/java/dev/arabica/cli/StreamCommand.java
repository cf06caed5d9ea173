package dev.arabica.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc stream}: runs the stream job of an environment's plan until it is interrupted. */
@Command(
    name = "stream",
    mixinStandardHelpOptions = true,
    description =
        "Run the stream job: Kafka to raw rows and 5-minute blocks. Ends on interrupt, and goes on from there.")
final class StreamCommand implements Callable<Integer> {
  @Mixin private EnvironmentOption environment;

  @Option(
      names = "--bootstrap",
      required = true,
      paramLabel = "HOST:PORT",
      description = "The Kafka brokers.")
  private String bootstrap;

  @Option(names = "--parallelism", defaultValue = "2", description = "Default: ${DEFAULT-VALUE}.")
  private int parallelism;

  @Option(
      names = "--checkpoint-interval",
      paramLabel = "DURATION",
      defaultValue = "10s",
      description = "How often blocks become visible. Default: ${DEFAULT-VALUE}.")
  private String checkpointInterval;

  @Option(
      names = "--quiet-after",
      paramLabel = "DURATION",
      defaultValue = "30s",
      description =
          "When a source without new events closes its last blocks. Default: ${DEFAULT-VALUE}.")
  private String quietAfter;

  @Option(
      names = "--complete-from",
      paramLabel = "INSTANT",
      description =
          "Where the history in the topics starts; windows that reach further back are incomplete. "
              + "Default: the topics hold everything there ever was.")
  private String completeFrom;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JobArguments args =
        JobArguments.of("--env", environment.folder(), "--bootstrap", bootstrap)
            .add("--parallelism", parallelism, "--checkpoint-interval", checkpointInterval)
            .add("--quiet-after", quietAfter)
            .addIfGiven("--complete-from", completeFrom);
    try (EngineProcess process = Engine.STREAM.start(args.list())) {
      Runtime.getRuntime().addShutdownHook(new Thread(process::close));
      process
          .onErrors(line -> spec.commandLine().getErr().println(line))
          .onOutput(line -> spec.commandLine().getOut().println(line));
      return process.waitFor();
    }
  }
}
