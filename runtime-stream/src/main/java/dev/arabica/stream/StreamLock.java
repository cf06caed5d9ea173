package dev.arabica.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that one stream runs in an environment; the operating system frees it at death. */
final class StreamLock implements AutoCloseable {
  private final FileChannel channel;

  private StreamLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IllegalStateException if a stream runs already
   */
  static StreamLock take(Path environment) {
    Path file = environment.resolve("stream.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new IllegalStateException(
            "a stream runs in `" + environment + "` already: it holds " + file);
      }
      return new StreamLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot lock " + file, e);
    }
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
