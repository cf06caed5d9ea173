package dev.arabica.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Every spec in the checkout, sound or not, to begin a random one with. The files in the order of
 * their names, so that a seed means the same everywhere.
 */
public final class Corpus {
  private final List<List<byte[]>> folders = new ArrayList<>();

  private Corpus(Path home) throws IOException {
    List<Path> paths;
    try (Stream<Path> found = Files.walk(home)) {
      paths = found.filter(path -> isSpec(home.relativize(path).toString())).sorted().toList();
    }
    Path folder = null;
    for (Path path : paths) {
      if (!path.getParent().equals(folder)) {
        folders.add(new ArrayList<>());
        folder = path.getParent();
      }
      folders.get(folders.size() - 1).add(Files.readAllBytes(path));
    }
    if (folders.isEmpty()) {
      throw new IllegalStateException("no spec in " + home.toAbsolutePath());
    }
  }

  /** That of the checkout that the build runs in. */
  public static Corpus load() {
    try {
      return new Corpus(Path.of(System.getProperty("arabica.home", "..")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSpec(String path) {
    return path.endsWith(".feat")
        && !path.contains("target/")
        && !path.startsWith("dist/")
        && !path.startsWith(".");
  }

  /** One of the files. */
  public byte[] file(Random random) {
    List<byte[]> folder = folder(random);
    return folder.get(random.nextInt(folder.size()));
  }

  /** The files of a folder, which may well be one program. */
  public List<byte[]> folder(Random random) {
    return folders.get(random.nextInt(folders.size()));
  }
}
