package dev.arabica.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.kafka.common.KafkaException;

/** Finds, or checks, a port on the loopback address that nothing listens on. */
final class FreePort {
  private FreePort() {}

  static int find() {
    try {
      return bound(0);
    } catch (IOException e) {
      throw new UncheckedIOException("no free port on " + BrokerSettings.HOST, e);
    }
  }

  /** Throws {@link KafkaException} where the port is taken, before anything is half started. */
  static void require(int port) {
    try {
      bound(port);
    } catch (IOException e) {
      throw new KafkaException("port " + port + " of " + BrokerSettings.HOST + " is taken", e);
    }
  }

  private static int bound(int port) throws IOException {
    try (var socket = new ServerSocket(port, 1, InetAddress.getByName(BrokerSettings.HOST))) {
      return socket.getLocalPort();
    }
  }
}
