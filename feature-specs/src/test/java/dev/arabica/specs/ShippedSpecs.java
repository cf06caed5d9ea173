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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs of this module, and those of the examples: each the specs of one folder. */
final class ShippedSpecs {
  private static final List<Path> ROOTS = List.of(Path.of("."), Path.of("../examples"));

  private ShippedSpecs() {}

  /** The folders that hold specs. */
  static List<Path> all() {
    return ROOTS.stream()
        .flatMap(root -> list(root).filter(Files::isDirectory))
        .filter(folder -> !specs(folder).isEmpty())
        .sorted()
        .toList();
  }

  /** The specs of a folder. */
  static List<Path> specs(Path folder) {
    return list(folder).filter(file -> file.toString().endsWith(".feat")).sorted().toList();
  }

  private static Stream<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(Path::normalize).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SourceFile> read(Path folder) throws IOException {
    List<SourceFile> files = new ArrayList<>();
    for (Path spec : specs(folder)) {
      files.add(SourceFile.read(spec));
    }
    return files;
  }

  /** What the specs of a folder compile to, without errors or warnings. */
  static Compilation compile(Path folder) throws IOException {
    Compilation compilation = SpecCompiler.compile(read(folder));
    if (!compilation.diagnostics().isEmpty()) {
      throw new AssertionError(new DiagnosticRenderer(false).render(compilation.diagnostics()));
    }
    return compilation;
  }

  static Plan plan(Path folder) throws IOException {
    return compile(folder).plan().orElseThrow();
  }
}
