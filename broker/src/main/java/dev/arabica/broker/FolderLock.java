package dev.arabica.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.kafka.common.KafkaException;

/**
 * Holds a broker's folder for one process, until closed or until the process dies.
 *
 * <p>Kafka has a lock of its own, but a node that is also the controller takes it only after its
 * controller has begun to write to the metadata log: too late for whoever has the folder already.
 */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Takes the folder, which must exist, or throws {@link KafkaException} where it is taken. */
  static FolderLock take(Path folder) throws IOException {
    var channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Another broker of this very process has it: reported as any other is.
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw new KafkaException("the folder " + folder + " is in use by another broker");
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot release the lock of a broker's folder", e);
    }
  }
}
