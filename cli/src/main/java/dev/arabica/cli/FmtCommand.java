package dev.arabica.cli;

import dev.arabica.dsl.FeatFormatter;
import dev.arabica.dsl.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code featc fmt}: lays specs out, each in its place. A file that does not parse stays. */
@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = "Lay specs out in the one layout.")
final class FmtCommand implements Callable<Integer> {
  @Mixin private SpecPaths specs;

  @Option(
      names = "--check",
      description = "Change nothing: list the files that would change, and exit with 1 if any.")
  private boolean check;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    boolean fine = true;
    for (SourceFile file : SpecFiles.read(specs.paths())) {
      fine &= format(file);
    }
    return fine ? ExitCode.OK : ExitCode.SPECS_WRONG;
  }

  /** Whether the file is as it should be now. */
  private boolean format(SourceFile file) throws IOException {
    FeatFormatter.Result result = FeatFormatter.format(file);
    SpecFiles.print(result.diagnostics(), spec.commandLine().getErr());
    if (result.text().isEmpty()) {
      return false;
    }
    Path path = Path.of(file.name());
    byte[] laidOut = result.text().get().getBytes(StandardCharsets.UTF_8);
    if (Arrays.equals(laidOut, Files.readAllBytes(path))) {
      return true;
    }
    if (!check) {
      Files.write(path, laidOut);
    }
    spec.commandLine().getOut().println(path);
    return !check;
  }
}
