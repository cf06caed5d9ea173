package dev.arabica.specs;

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

/** The specs of this module, and those of the examples. */
final class ShippedSpecs {
  private static final List<Path> FOLDERS = List.of(Path.of("."), Path.of("../examples"));

  private ShippedSpecs() {}

  static List<Path> all() {
    return FOLDERS.stream().flatMap(ShippedSpecs::below).sorted().toList();
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(Path::normalize)
          .filter(file -> file.toString().endsWith(".feat"))
          .filter(file -> !file.startsWith("target") && !file.startsWith("../examples/target"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The plan of one spec, which has neither errors nor warnings. */
  static Plan plan(Path spec) throws IOException {
    Compilation compilation = SpecCompiler.compile(List.of(SourceFile.read(spec)));
    if (!compilation.diagnostics().isEmpty()) {
      throw new AssertionError(new DiagnosticRenderer(false).render(compilation.diagnostics()));
    }
    return compilation.plan().orElseThrow();
  }
}
