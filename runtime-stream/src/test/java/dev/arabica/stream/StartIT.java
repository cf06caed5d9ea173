package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.broker.EmbeddedBroker;
import dev.arabica.core.plan.Plan;
import dev.arabica.tables.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      refused(environment, broker, "is of plan another, but the current plan is ");
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
