package dev.arabica.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The specs that a command is about. */
final class SpecPaths {
  @Parameters(paramLabel = "PATH", description = "Files, or folders of .feat files. Default: here.")
  private List<Path> paths = List.of(Path.of("."));

  List<Path> paths() {
    return paths;
  }
}
