package dev.arabica.batch;

import dev.arabica.intake.DataFileException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the files that a command line names: files, folders (searched), and globs in a folder. */
final class InputFiles {
  private InputFiles() {}

  /**
   * The files, each once, those of a folder or a glob in order of their paths.
   *
   * @throws DataFileException naming what matches nothing
   */
  static List<Path> find(List<String> from) {
    List<Path> files = new ArrayList<>();
    for (String word : from) {
      List<Path> found = find(word);
      if (found.isEmpty()) {
        throw new DataFileException("no files in " + word);
      }
      found.stream().filter(file -> !files.contains(file)).forEach(files::add);
    }
    return files;
  }

  private static List<Path> find(String word) {
    Path path = Path.of(word).toAbsolutePath().normalize();
    if (Files.isDirectory(path)) {
      return search(path, Integer.MAX_VALUE, file -> true);
    }
    if (Files.exists(path)) {
      return List.of(path);
    }
    String name = path.getFileName().toString();
    if (!name.matches(".*[*?\\[{].*") || !Files.isDirectory(path.getParent())) {
      throw new DataFileException("no such file: " + word);
    }
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + name);
    return search(path.getParent(), 1, file -> glob.matches(file.getFileName()));
  }

  /** Regular files that are not hidden. */
  private static List<Path> search(Path folder, int depth, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(folder, depth)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new DataFileException("cannot read folder " + folder + ": " + e.getMessage(), e);
    }
  }
}
