package dev.arabica.stream;

import dev.arabica.tables.TablesException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * The stream as a process: {@code --env DIR --bootstrap HOST:PORT [--parallelism 2]
 * [--checkpoint-interval 2s] [--quiet-after 30s] [--complete-from INSTANT] [--cluster]}.
 *
 * <p>It streams every source of the environment's current plan that has a topic, going on from the
 * newest checkpoint if there is one. On standard output it says {@code READY} once the job runs and
 * then, for each source and checkpoint, {@code STATUS} with a JSON object. It ends on SIGTERM and
 * when standard input ends, and leaves its checkpoints for the next start.
 *
 * <p>With {@code --cluster} it hands the job to the Flink that started it and returns; restoring is
 * then that Flink's business.
 */
public final class StreamMain {
  private StreamMain() {}

  /** Exit status 2: the arguments were wrong; 1: the stream cannot run, or failed for good. */
  public static void main(String[] args) {
    StreamOptions options;
    try {
      options = StreamOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("stream: " + e.getMessage());
      System.err.println(StreamOptions.USAGE);
      System.exit(2);
      return;
    }
    try {
      run(options);
    } catch (TablesException | IllegalStateException e) {
      System.err.println("stream: " + e.getMessage());
      System.exit(1);
    } catch (Exception e) {
      e.printStackTrace();
      // Flink's threads are not daemons: only an exit ends a process whose start failed halfway.
      System.exit(1);
    }
  }

  private static void run(StreamOptions options) throws Exception {
    if (options.cluster()) {
      LocalStream.submit(options);
      return;
    }
    LocalStream stream = LocalStream.start(options);
    Runtime.getRuntime().addShutdownHook(new Thread(stream::stop, "stream-shutdown"));
    System.out.println("READY");
    CompletableFuture<Void> ended = stream.ended();
    try {
      CompletableFuture.anyOf(ended, inputEnded()).get();
    } catch (ExecutionException e) {
      if (!stream.isStopping()) {
        System.err.println("stream: the job failed: " + rootOf(e));
        System.exit(1);
      }
    }
    System.exit(0);
  }

  private static CompletableFuture<Void> inputEnded() {
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Thread reader =
        new Thread(
            () -> {
              awaitEnd();
              ended.complete(null);
            },
            "stream-input");
    reader.setDaemon(true);
    reader.start();
    return ended;
  }

  private static void awaitEnd() {
    byte[] ignored = new byte[256];
    try {
      while (System.in.read(ignored) >= 0) {
        // What the parent writes has no meaning: only the end has.
      }
    } catch (IOException e) {
      // An input that cannot be read has ended.
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
