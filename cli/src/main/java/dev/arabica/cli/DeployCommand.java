package dev.arabica.cli;

import dev.arabica.core.plan.Plan;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code featc deploy}: makes a plan the current one of an environment, and creates its tables. */
@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    description =
        "Register the plan in an environment and create its tables. Then start `featc stream`, or `featc ingest`.")
final class DeployCommand implements Callable<Integer> {
  @Mixin private EnvironmentOption environment;

  @Parameters(
      arity = "1..*",
      paramLabel = "SPEC",
      description = "Files, or folders of .feat files.")
  private List<Path> specs;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Plan plan = SpecFiles.compile(specs, spec.commandLine().getErr());
    Deployment deployment = Deployment.deploy(plan, environment.folder());
    PrintWriter out = spec.commandLine().getOut();
    out.println("plan " + deployment.fingerprint());
    plan.sources()
        .forEach(source -> out.println("source " + source.name() + ": table " + source.table()));
    if (!deployment.unbuilt().isEmpty()) {
      out.println("incomplete, until `featc repair` has built their blocks:");
      deployment.unbuilt().forEach(feature -> out.println("  " + feature));
    }
    return ExitCode.OK;
  }
}
