package dev.arabica.cli.demo;

import dev.arabica.cli.Engine;
import dev.arabica.cli.EngineProcess;
import dev.arabica.core.plan.Plan;
import dev.arabica.tables.Environment;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The broker and the stream of a demo, as child processes that end with it. */
final class Engines implements AutoCloseable {
  private static final long START_SECONDS = 60;
  private static final String READY = "READY ";

  private final DemoFolder folder;
  private final Environment env;
  private final StreamStatus status;
  private EngineProcess broker;
  private EngineProcess stream;
  private String bootstrap;

  Engines(DemoFolder folder, Environment env, StreamStatus status) {
    this.folder = folder;
    this.env = env;
    this.status = status;
  }

  /** Starts both; the stream's topics have to exist first. */
  int start(Plan plan) throws Exception {
    CompletableFuture<String> ready = new CompletableFuture<>();
    broker = Engine.BROKER.start(List.of("--dir", folder.resolve("broker").toString()));
    broker.onOutput(
        line -> {
          if (line.startsWith(READY)) {
            ready.complete(line.substring(READY.length()));
          }
        });
    bootstrap = awaitReady(ready);
    FeedProducer.createTopics(bootstrap, plan.sources());
    stream =
        Engine.STREAM
            .start(
                List.of(
                    "--env",
                    env.folder().toString(),
                    "--bootstrap",
                    bootstrap,
                    "--parallelism",
                    "2",
                    "--checkpoint-interval",
                    "1s",
                    "--quiet-after",
                    "3s"))
            .onOutput(status::read);
    return 2;
  }

  String bootstrap() {
    return bootstrap;
  }

  /**
   * @throws IllegalStateException with what it said, if one of them has ended
   */
  void requireRunning() {
    requireRunning("the broker", broker);
    requireRunning("the stream", stream);
  }

  private static void requireRunning(String what, EngineProcess process) {
    if (!process.isAlive()) {
      throw new IllegalStateException(what + " has ended:\n" + process.lastErrors());
    }
  }

  private String awaitReady(CompletableFuture<String> ready) throws Exception {
    for (int second = 0; second < START_SECONDS; second++) {
      try {
        return ready.get(1, TimeUnit.SECONDS);
      } catch (java.util.concurrent.TimeoutException notYet) {
        requireRunning("the broker", broker);
      }
    }
    throw new IllegalStateException("the broker was not ready after " + START_SECONDS + " s");
  }

  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
    if (broker != null) {
      broker.close();
    }
  }
}
