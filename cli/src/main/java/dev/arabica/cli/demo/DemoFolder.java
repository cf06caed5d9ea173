package dev.arabica.cli.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a demo works in. Whatever an earlier one left there, finished or crashed, goes
 * when the next starts; a lock keeps two from sharing it.
 */
final class DemoFolder implements AutoCloseable {
  private static final String LOCK = "demo.lock";

  private final Path folder;
  private final FileChannel channel;

  private DemoFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /**
   * @throws IllegalArgumentException if another demo is running there, or the folder holds
   *     something else
   */
  static DemoFolder take(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    requireOurs(absolute);
    Files.createDirectories(absolute);
    FileChannel channel =
        FileChannel.open(
            absolute.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw new IllegalArgumentException(
          "another demo is running in " + folder + "; give this one another --dir");
    }
    DemoFolder taken = new DemoFolder(absolute, channel);
    taken.clear();
    return taken;
  }

  Path resolve(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** Never deletes a folder that no demo has made. */
  private static void requireOurs(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> entries = inside.toList();
      if (!entries.isEmpty() && !entries.contains(folder.resolve(LOCK))) {
        throw new IllegalArgumentException(
            folder + " holds something that is not a demo's; give another --dir");
      }
    }
  }

  private void clear() throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder) && !path.equals(folder.resolve(LOCK))) {
          Files.delete(path);
        }
      }
    }
  }
}
