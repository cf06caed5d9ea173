package dev.arabica.cli;

import dev.arabica.compiler.report.DiffJson;
import dev.arabica.compiler.report.DiffText;
import dev.arabica.compiler.report.PlanDiff;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.DataFileException;
import dev.arabica.tables.Environment;
import dev.arabica.tables.PlanRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code featc diff}: what changes when one plan takes the place of another. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = {
      "Say of each feature whether it is unchanged, served at once from stored blocks, needs a backfill of which range, or is dropped.",
      ""
    },
    customSynopsis = {
      "featc diff [--at=ISO] [--format=FORMAT] OLD NEW",
      "       featc diff [--at=ISO] [--format=FORMAT] --env=DIR [NEW]"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:safe: nothing is dropped or redefined, nothing needs a backfill",
      "1:the specs are wrong",
      "2:wrong usage",
      "4:not safe"
    })
final class DiffCommand implements Callable<Integer> {
  private enum Format {
    text,
    json
  }

  @Parameters(
      arity = "0..2",
      paramLabel = "OLD NEW",
      description =
          "Each a spec, a folder of specs, or a plan's .json. NEW is `.` if it is left out.")
  private List<Path> plans = List.of();

  @Option(
      names = {"--env", "--against"},
      paramLabel = "DIR",
      description = "Compare with the current plan of this environment instead of OLD.")
  private Path environment;

  @Option(
      names = "--at",
      paramLabel = "ISO",
      description = "The moment that backfills are reckoned from. Default: now.")
  private String at;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default text.")
  private Format format = Format.text;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    checkUsage();
    long moment = at == null ? Instants.toMicros(Instant.now()) : Instants.parse(at);
    Plan old = environment == null ? read(plans.get(0)) : deployed();
    Plan now = read(newer());
    PlanDiff diff = PlanDiff.between(old, now, moment);
    String text = format == Format.json ? DiffJson.of(diff) : DiffText.of(diff);
    spec.commandLine().getOut().println(text);
    return diff.isSafe() ? ExitCode.OK : ExitCode.NOT_SAFE;
  }

  private void checkUsage() {
    if (environment == null && plans.size() != 2) {
      throw new ParameterException(
          spec.commandLine(), "diff takes OLD and NEW, or --env DIR and NEW");
    }
    if (environment != null && plans.size() > 1) {
      throw new ParameterException(
          spec.commandLine(), "with --env there is one NEW, not also `" + plans.get(0) + "`");
    }
  }

  private Path newer() {
    return plans.isEmpty() ? Path.of(".") : plans.get(plans.size() - 1);
  }

  /** The environment's current plan; one without any feature where nothing is deployed yet. */
  private Plan deployed() {
    PlanRegistry registry = Environment.open(environment).plans();
    if (registry.currentFingerprint().isPresent()) {
      return registry.current();
    }
    spec.commandLine().getErr().println("nothing is deployed in " + environment + " yet");
    return new Plan(List.of(), List.of(), List.of());
  }

  private Plan read(Path path) {
    if (!path.toString().endsWith(".json")) {
      return SpecFiles.compile(List.of(path), spec.commandLine().getErr());
    }
    try {
      return PlanCodec.fromJson(Files.readString(path));
    } catch (IOException e) {
      throw new DataFileException("cannot read " + path + ": " + e, e);
    } catch (IllegalArgumentException e) {
      throw new DataFileException(path + ": " + e.getMessage(), e);
    }
  }
}
