package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.broker.EmbeddedBroker;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.tables.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a stream from starting, and what it says then. */
class StartIT {
  @Test
  void aStreamThatCannotRunSaysWhy(@TempDir Path folder) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
      Path environment = folder.resolve("env");
      refused(environment, broker, "no environment: there is no folder");

      Environment.create(environment);
      refused(environment, broker, "no plan is registered");

      Environment.open(environment).plans().makeCurrent(new Plan(List.of(), List.of(), List.of()));
      refused(environment, broker, "no source of the current plan has a Kafka topic");

      Environment.open(environment).plans().makeCurrent(ViewsPlan.plan());
      refused(environment, broker, "there is no topic `views` at " + broker.bootstrap());

      broker.createTopic(ViewsPlan.TOPIC, 1);
      try (ChildStream running = ChildStream.start(environment, broker.bootstrap())) {
        running.awaitSaid("READY");
        refused(environment, broker, "a stream runs in `" + environment + "` already");
        running.await("a checkpoint", status -> true);
      }
      Files.writeString(environment.resolve("checkpoints/plan"), "another\n");
      refused(environment, broker, "is of another plan (another) than the current one (");
    }
  }

  @Test
  void aStreamNeverGoesOnFromBehindItsCommits(@TempDir Path folder) throws Exception {
    try (StreamFixture fixture = new StreamFixture(folder)) {
      long committed;
      try (ChildStream stream = fixture.stream()) {
        stream.await("three checkpoints", status -> (Long) status.get("checkpoint") >= 3);
        fixture.send(new View("r", "u1", 1L, 1L, Instants.parse("2025-11-29T16:00:00Z")));
        committed = (Long) stream.awaitCount(Count.ADMITTED, 1).get("checkpoint");
        stream.kill();
      }
      deleteCheckpoints(fixture, committed);
      refused(fixture, "is older than checkpoint " + committed + ", which is committed");
      deleteCheckpoints(fixture, 0);
      refused(fixture, "holds no checkpoint to go on from");
    }
  }

  private static void deleteCheckpoints(StreamFixture fixture, long from) throws IOException {
    try (Stream<Path> all = Files.walk(fixture.environment().checkpoints())) {
      for (Path path : all.filter(p -> p.endsWith("_metadata")).toList()) {
        String name = path.getParent().getFileName().toString();
        if (Long.parseLong(name.substring("chk-".length())) >= from) {
          Files.delete(path);
        }
      }
    }
  }

  private static void refused(StreamFixture fixture, String reason) throws Exception {
    try (ChildStream stream = fixture.stream()) {
      assertThat(stream.awaitExit()).isEqualTo(1);
      stream.awaitSaid(reason);
    }
  }

  private static void refused(Path environment, EmbeddedBroker broker, String reason)
      throws Exception {
    try (ChildStream stream = ChildStream.start(environment, broker.bootstrap())) {
      assertThat(stream.awaitExit()).isEqualTo(1);
      stream.awaitSaid(reason);
    }
  }
}
