package dev.arabica.cli;

import dev.arabica.core.plan.Plan;
import dev.arabica.intake.DeadLetter;
import dev.arabica.reference.Evaluation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code featc eval}: feature values from files of events, in one process, by the reference engine.
 */
@Command(
    name = "eval",
    mixinStandardHelpOptions = true,
    description =
        "Evaluate a feature set over files of events: the same values as the platform's, no cluster.")
final class EvalCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC",
      description = "Files, or folders of .feat files.")
  private List<Path> specs;

  @Mixin private SourceFilesOption events;

  @Option(
      names = "--snapshot",
      paramLabel = "SNAPSHOT=FILE",
      description = "Rows of a snapshot, as of events. Give it for each file.")
  private List<String> snapshots = List.of();

  @Option(
      names = "--spine",
      required = true,
      paramLabel = "FILE",
      description =
          "The rows to evaluate: the set's keys, event_ts, the columns of its requests, optionally feature_watermark, and what else is to pass through.")
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
      paramLabel = "FILE",
      description = "Ends with .csv or .jsonl, with or without .gz.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Plan plan = SpecFiles.compile(specs, err);
    Evaluation.Files files =
        new Evaluation.Files(
            events.bySource(), SourceFilesOption.byName(snapshots, "--snapshot", "SNAPSHOT"));
    Evaluation.Outcome outcome = Evaluation.run(plan, features, files, spine, output);
    outcome
        .deadLetters()
        .forEach((reason, count) -> warn(err, reason, count, outcome.examples().get(reason)));
    spec.commandLine()
        .getOut()
        .println(outcome.rows() + " rows, " + outcome.events() + " events: " + output);
    return ExitCode.OK;
  }

  private static void warn(
      PrintWriter err, DeadLetter.Reason reason, long count, DeadLetter example) {
    err.println(
        "dead letters, "
            + reason
            + ": "
            + count
            + ", the first of "
            + example.source()
            + " at "
            + example.position()
            + ": "
            + example.detail());
  }
}
