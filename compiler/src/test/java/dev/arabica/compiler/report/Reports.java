package dev.arabica.compiler.report;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.DiagnosticRenderer;
import dev.arabica.dsl.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Plans and golden files for the tests of reports. */
final class Reports {
  static final Path FOLDER = Path.of("src/test/resources/reports");

  private Reports() {}

  static Stream<Path> specs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".feat")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Plan plan(Path spec) {
    try {
      return plan(Files.readString(spec));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Plan plan(String spec) {
    Compilation compilation = SpecCompiler.compile(List.of(SourceFile.of("test.feat", spec)));
    return compilation
        .plan()
        .orElseThrow(
            () ->
                new AssertionError(
                    new DiagnosticRenderer(false).render(compilation.diagnostics())));
  }

  /** The text of a golden file, which is written first where that is asked for. */
  static String golden(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.writeString(file, actual);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file beside a spec, of another kind. */
  static Path beside(Path spec, String ending) {
    return spec.resolveSibling(spec.getFileName().toString().replace(".feat", ending));
  }
}
