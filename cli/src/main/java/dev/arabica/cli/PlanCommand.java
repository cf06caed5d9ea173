package dev.arabica.cli;

import dev.arabica.compiler.report.PlanText;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc plan}: what the specs compile to. */
@Command(name = "plan", mixinStandardHelpOptions = true, description = "Show the compiled plan.")
final class PlanCommand implements Callable<Integer> {
  private enum Format {
    text,
    json
  }

  @Mixin private SpecPaths specs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default text.")
  private Format format = Format.text;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Plan plan = SpecFiles.compile(specs.paths(), spec.commandLine().getErr());
    String text = format == Format.json ? PlanCodec.toPrettyJson(plan) : PlanText.of(plan);
    spec.commandLine().getOut().println(text);
    return ExitCode.OK;
  }
}
