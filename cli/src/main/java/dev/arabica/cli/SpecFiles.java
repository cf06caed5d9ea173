package dev.arabica.cli;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.DiagnosticRenderer;
import dev.arabica.dsl.SourceFile;
import dev.arabica.intake.DataFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds, reads and compiles the specs that a command is given. */
public final class SpecFiles {
  private SpecFiles() {}

  /** The named files, and every {@code .feat} file below the named folders, in a fixed order. */
  public static List<SourceFile> read(List<Path> paths) {
    List<SourceFile> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        specsBelow(path).forEach(spec -> files.add(readOne(spec)));
      } else {
        files.add(readOne(path));
      }
    }
    if (files.isEmpty()) {
      throw new DataFileException("there is no .feat file in " + paths);
    }
    return files;
  }

  /**
   * Compiles specs, printing diagnostics on {@code err}.
   *
   * @throws SpecsWrongException if there is an error among them
   */
  public static Plan compile(List<Path> paths, PrintWriter err) {
    Compilation compilation = SpecCompiler.compile(read(paths));
    print(compilation.diagnostics(), err);
    return compilation.plan().orElseThrow(() -> new SpecsWrongException(errors(compilation)));
  }

  static long errors(Compilation compilation) {
    return compilation.diagnostics().stream().filter(Diagnostic::isError).count();
  }

  static void print(List<Diagnostic> diagnostics, PrintWriter err) {
    DiagnosticRenderer renderer = new DiagnosticRenderer(Terminal.hasColour());
    diagnostics.forEach(diagnostic -> err.println(renderer.render(diagnostic)));
    err.flush();
  }

  private static SourceFile readOne(Path path) {
    try {
      return SourceFile.read(path);
    } catch (java.nio.file.NoSuchFileException e) {
      throw new DataFileException("there is no file " + path, e);
    } catch (IOException e) {
      throw new DataFileException("cannot read " + path + ": " + e.getMessage(), e);
    }
  }

  private static List<Path> specsBelow(Path folder) {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(path -> path.toString().endsWith(".feat")).sorted().toList();
    } catch (IOException e) {
      throw new DataFileException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }
}
