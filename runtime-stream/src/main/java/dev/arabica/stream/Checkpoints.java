package dev.arabica.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The checkpoints of an environment: {@code <job id>/chk-N} for every run. Numbers go on from run
 * to run, so that the highest is the newest; one without {@code _metadata} was never finished.
 */
final class Checkpoints {
  private static final Pattern NAME = Pattern.compile("chk-([0-9]{1,18})");
  private static final String METADATA = "_metadata";

  private final Path folder;

  Checkpoints(Path folder) {
    this.folder = folder;
  }

  /** The newest checkpoint that is finished. */
  Optional<Path> newest() {
    return all().stream()
        .filter(Checkpoints::isFinished)
        .max(Comparator.comparingLong(Checkpoints::number));
  }

  /** Deletes what killed runs left unfinished, and the folders of runs that left nothing. */
  void sweep() {
    for (Path checkpoint : all()) {
      if (!isFinished(checkpoint)) {
        delete(checkpoint);
      }
    }
    for (Path run : children(folder)) {
      if (Files.isDirectory(run) && children(run).stream().noneMatch(Checkpoints::isFinished)) {
        delete(run);
      }
    }
  }

  private List<Path> all() {
    return children(folder).stream()
        .filter(Files::isDirectory)
        .flatMap(run -> children(run).stream())
        .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
        .toList();
  }

  private static boolean isFinished(Path checkpoint) {
    return Files.isRegularFile(checkpoint.resolve(METADATA));
  }

  private static long number(Path checkpoint) {
    Matcher name = NAME.matcher(checkpoint.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : -1;
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static void delete(Path tree) {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + tree, e);
    }
  }
}
