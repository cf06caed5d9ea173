package dev.arabica.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class BrokerIT {
  private static final Instant LONG_AGO = Instant.parse("1999-01-01T00:00:00Z");
  private static final Instant FAR_AHEAD = Instant.parse("2101-01-01T00:00:00Z");

  @TempDir Path folder;

  @Test
  void keepsTopicsAndRecordsOverARestart() {
    try (var broker = EmbeddedBroker.start(folder)) {
      broker.createTopic("plays", 2);
      Records.write(broker.bootstrap(), "plays", LONG_AGO, "a", "b");
      Records.write(broker.bootstrap(), "plays", FAR_AHEAD, "c");
      assertThat(Records.readAll(broker.bootstrap(), "plays")).containsExactly("a", "b", "c");
    }
    try (var broker = EmbeddedBroker.start(folder)) {
      broker.createTopic("plays", 2);
      Records.write(broker.bootstrap(), "plays", Instant.now(), "d");
      assertThat(Records.readAll(broker.bootstrap(), "plays")).containsExactly("a", "b", "c", "d");
      assertThatThrownBy(() -> broker.createTopic("plays", 3))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the topic plays has 2 partitions, not 3");
    }
  }

  @Test
  void refusesATakenPort() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> EmbeddedBroker.start(folder, port))
          .isInstanceOf(KafkaException.class)
          .hasMessage("port " + port + " of 127.0.0.1 is taken");
    }
    try (var broker = EmbeddedBroker.start(folder)) {
      broker.createTopic("plays", 1);
    }
  }

  @Test
  void aKilledChildRestartsOnItsFolder() throws Exception {
    try (var child = ChildBroker.start(folder)) {
      Topics.create(child.bootstrap, "plays", 1);
      Records.write(child.bootstrap, "plays", Instant.now(), "a", "b");
      child.kill();
    }
    try (var child = ChildBroker.start(folder)) {
      Records.write(child.bootstrap, "plays", Instant.now(), "c");
      assertThat(Records.readAll(child.bootstrap, "plays")).containsExactly("a", "b", "c");
    }
  }

  @Test
  void aChildEndsWithItsInputAndOnTermination() throws Exception {
    try (var child = ChildBroker.start(folder)) {
      child.process.getOutputStream().close();
      assertThat(child.awaitExit()).isZero();
    }
    try (var child = ChildBroker.start(folder)) {
      child.terminate();
      assertThat(child.awaitExit()).isEqualTo(128 + 15);
    }
  }

  @Test
  void aFolderServesOneBroker() throws Exception {
    try (var child = ChildBroker.start(folder)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder))
          .isInstanceOf(KafkaException.class)
          .hasMessage("the folder " + folder + " is in use by another broker");
      Topics.create(child.bootstrap, "plays", 1);
    }
    try (var broker = EmbeddedBroker.start(folder)) {
      assertThatThrownBy(() -> EmbeddedBroker.start(folder))
          .hasMessage("the folder " + folder + " is in use by another broker");
      broker.createTopic("plays", 1);
    }
  }

  @Test
  void wrongArgumentsAreNamed() throws Exception {
    assertThat(ChildBroker.launch("--port", "9092").waitFor()).isEqualTo(2);
    assertThat(ChildBroker.launch("--dir", folder.toString(), "--port", "x").waitFor())
        .isEqualTo(2);
  }
}
