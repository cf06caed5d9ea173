package dev.arabica.compiler;

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

/** Specs for tests: from text, from files, from folders. */
final class Specs {
  private Specs() {}

  static Compilation compile(String text) {
    return SpecCompiler.compile(List.of(SourceFile.of("test.feat", text)));
  }

  /** The plan of a spec that has no error. */
  static Plan plan(String text) {
    Compilation compilation = compile(text);
    return compilation.plan().orElseThrow(() -> new AssertionError(print(compilation)));
  }

  static String print(Compilation compilation) {
    return new DiagnosticRenderer(false).render(compilation.diagnostics());
  }

  /** A file, or the files of a folder in the order of their names; named without the folder. */
  static List<SourceFile> read(Path path) {
    List<SourceFile> files = new ArrayList<>();
    for (Path file : Files.isDirectory(path) ? list(path) : List.of(path)) {
      try {
        files.add(SourceFile.of(file.getFileName().toString(), Files.readAllBytes(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
