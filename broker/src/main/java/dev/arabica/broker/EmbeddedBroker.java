package dev.arabica.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker in this process: one node that is broker and controller at once, listening on the
 * loopback address only, its log in one folder.
 *
 * <p>A folder may be started again after {@link #close}, and also after its process was killed;
 * topics, records and group offsets are then still there. A folder serves one broker at a time.
 * Records are kept whatever their timestamps say, and topics are never created by being named.
 */
public final class EmbeddedBroker implements AutoCloseable {
  private static final int ATTEMPTS = 3;

  private final KafkaRaftServer server;
  private final FolderLock lock;
  private final String bootstrap;

  private EmbeddedBroker(KafkaRaftServer server, FolderLock lock, String bootstrap) {
    this.server = server;
    this.lock = lock;
    this.bootstrap = bootstrap;
  }

  /** Starts a broker on {@code folder} at a port that is free. */
  public static EmbeddedBroker start(Path folder) {
    return start(folder, 0);
  }

  /**
   * Starts a broker on {@code folder}, which is created if absent, and returns once it answers.
   *
   * @param port the port on the loopback address; 0 takes a free one
   * @throws UncheckedIOException where the folder cannot be written
   * @throws KafkaException where the port or the folder is taken
   */
  public static EmbeddedBroker start(Path folder, int port) {
    try {
      Path log = Files.createDirectories(folder.resolve("log")).toAbsolutePath();
      FolderLock lock = FolderLock.take(folder);
      try {
        LogFolder.formatIfNew(log);
        return port == 0 ? startAnywhere(log, lock) : startAt(log, lock, port);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the broker's folder " + folder, e);
    }
  }

  /** Between finding a free port and binding it another process may take it: then try another. */
  private static EmbeddedBroker startAnywhere(Path log, FolderLock lock) {
    for (int attempt = 1; ; attempt++) {
      try {
        return startAt(log, lock, FreePort.find());
      } catch (KafkaException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static EmbeddedBroker startAt(Path log, FolderLock lock, int port) {
    FreePort.require(port);
    String bootstrap = BrokerSettings.HOST + ":" + port;
    var config = new KafkaConfig(BrokerSettings.of(log, port, FreePort.find()), false);
    try {
      return new EmbeddedBroker(started(config), lock, bootstrap);
    } catch (RuntimeException e) {
      throw new KafkaException("cannot start a broker at " + bootstrap + " on " + log, e);
    }
  }

  private static KafkaRaftServer started(KafkaConfig config) {
    var server = new KafkaRaftServer(config, Time.SYSTEM);
    try {
      server.startup();
      return server;
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
  }

  /** The address that clients are given: {@code host:port}. */
  public String bootstrap() {
    return bootstrap;
  }

  /**
   * Creates a topic, if it is not there already, and returns once clients may use it.
   *
   * @throws IllegalStateException where the topic is there with another number of partitions
   */
  public void createTopic(String name, int partitions) {
    Topics.create(bootstrap, name, partitions);
  }

  /** Shuts the broker down and waits until its folder is released. */
  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
    lock.close();
  }
}
