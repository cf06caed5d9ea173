package dev.arabica.pit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a training set, which appears whole or not at all: everything is written to a
 * temporary sibling, which takes its name at the end.
 */
final class OutputFolder implements Closeable {
  private final Path target;
  private final boolean overwrite;
  private final Path partial;

  private OutputFolder(Path target, boolean overwrite, Path partial) {
    this.target = target;
    this.overwrite = overwrite;
    this.partial = partial;
  }

  /**
   * @throws UsageException if the folder holds something already and may not be overwritten
   */
  static OutputFolder open(Path output, boolean overwrite) throws IOException {
    Path target = output.toAbsolutePath().normalize();
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new UsageException("-o " + output + " is a file; a training set is a folder");
    }
    if (!overwrite && Files.isDirectory(target) && !isEmpty(target)) {
      throw new UsageException(
          "-o " + output + " is not empty; name another folder or give --overwrite");
    }
    Files.createDirectories(target.getParent());
    String prefix = "." + target.getFileName() + ".partial-";
    Path partial = Files.createTempDirectory(target.getParent(), prefix);
    Files.createDirectory(partial.resolve("spine"));
    return new OutputFolder(target, overwrite, partial);
  }

  /** Where the staged spine goes. */
  Path spine() {
    return partial.resolve("spine");
  }

  /** Where Spark writes; does not exist yet. */
  Path files() {
    return partial.resolve("files");
  }

  /** Names the files by their order and moves the finished folder to its place. */
  void commit(Format format) throws IOException {
    int index = 0;
    for (Path file : list(files())) {
      String name = file.getFileName().toString();
      if (name.startsWith("part-")) {
        Files.move(file, files().resolve(String.format("part-%05d.%s", index++, format)));
      } else if (!name.equals("_SUCCESS")) {
        Files.delete(file);
      }
    }
    if (Files.exists(target)) {
      if (overwrite) {
        Files.move(target, partial.resolve("replaced"));
      } else {
        Files.delete(target);
      }
    }
    Files.move(files(), target);
  }

  @Override
  public void close() throws IOException {
    delete(partial);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    return list(folder).isEmpty();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
