package dev.arabica.cli;

import dev.arabica.compiler.report.CostsJson;
import dev.arabica.compiler.report.DotText;
import dev.arabica.compiler.report.PlanPart;
import dev.arabica.compiler.report.PlanText;
import dev.arabica.compiler.report.SvgText;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc plan}: what the specs compile to, what is shared, and what it costs. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Show the compiled plan: what is stored and shared, and what lookups cost.",
    footer = {
      "",
      "text   for people",
      "json   the plan as `featc compile` writes it, indented",
      "costs  blocks and bytes of groups, sets and aggregates, as JSON",
      "dot    for Graphviz: featc plan --format dot | dot -Tpng > plan.png",
      "svg    a picture for any browser, which needs no other tool"
    })
final class PlanCommand implements Callable<Integer> {
  private enum Format {
    text,
    json,
    costs,
    dot,
    svg
  }

  @Mixin private SpecPaths specs;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default text.")
  private Format format = Format.text;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      description =
          "A source, view, group, snapshot, request, feature set or model: it alone, and what it needs.")
  private String only;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Plan plan = SpecFiles.compile(specs.paths(), spec.commandLine().getErr());
    Plan shown = only == null ? plan : PlanPart.of(plan, only);
    spec.commandLine().getOut().println(text(shown, plan));
    return ExitCode.OK;
  }

  private String text(Plan shown, Plan whole) {
    return switch (format) {
      case text -> PlanText.of(shown, whole);
      case json -> PlanCodec.toPrettyJson(shown);
      case costs -> CostsJson.of(shown, whole);
      case dot -> DotText.of(shown, whole);
      case svg -> SvgText.of(shown, whole);
    };
  }
}
