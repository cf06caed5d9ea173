package dev.arabica.cli;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc compile}: writes the plan that every runtime loads, named by its content. */
@Command(
    name = "compile",
    mixinStandardHelpOptions = true,
    description = "Write the plan artefact.")
final class CompileCommand implements Callable<Integer> {
  @Mixin private SpecPaths specs;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "DIR",
      description = "Where to write <fingerprint>.json.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Plan plan = SpecFiles.compile(specs.paths(), spec.commandLine().getErr());
    Path file = output.resolve(PlanCodec.fingerprint(plan) + ".json");
    Files.createDirectories(output);
    Files.writeString(file, PlanCodec.toJson(plan));
    spec.commandLine().getOut().println(file);
    return ExitCode.OK;
  }
}
