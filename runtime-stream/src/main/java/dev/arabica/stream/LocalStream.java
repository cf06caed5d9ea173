package dev.arabica.stream;

import dev.arabica.core.plan.Plan;
import dev.arabica.tables.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The stream of one environment, running in this process. */
final class LocalStream {
  private static final long STOP_SECONDS = 20;
  private static final long POLL_MILLIS = 50;

  private final StreamLock lock;
  private final JobClient job;
  private final CompletableFuture<Void> ended;
  private volatile boolean stopping;

  private LocalStream(StreamLock lock, JobClient job) {
    this.lock = lock;
    this.job = job;
    // Asked for at once: when the job has ended, there is nobody left to ask.
    this.ended = job.getJobExecutionResult().thenApply(result -> null);
  }

  /**
   * Starts the job and returns once it runs.
   *
   * @throws IllegalStateException saying why it cannot: a stream runs already, nothing to stream, a
   *     topic is missing, the checkpoints are not of this plan or are gone
   */
  static LocalStream start(StreamOptions options) throws Exception {
    Environment environment = Environment.open(options.environment());
    StreamLock lock = StreamLock.take(environment.folder());
    Plan plan = environment.plans().current();
    List<PlannedSource> sources = sources(plan);
    Topics.require(options.bootstrap(), sources);
    Restore restore = Restore.of(environment, StreamIdentity.of(plan), sources);
    Configuration settings =
        StreamJob.configuration(options, environment.checkpoints(), restore.checkpoint());
    StreamJob.fitIntoOneProcess(settings);
    var flink = StreamExecutionEnvironment.createLocalEnvironment(options.parallelism(), settings);
    StreamJob.build(flink, sources, StreamEnvironment.of(environment), options);
    LocalStream stream = new LocalStream(lock, flink.executeAsync(StreamJob.NAME));
    stream.awaitRunning();
    return stream;
  }

  /** Hands the job to the Flink that started this process. */
  static void submit(StreamOptions options) throws Exception {
    Environment environment = Environment.open(options.environment());
    List<PlannedSource> sources = sources(environment.plans().current());
    Topics.require(options.bootstrap(), sources);
    Configuration settings =
        StreamJob.configuration(options, environment.checkpoints(), Optional.empty());
    var flink = StreamExecutionEnvironment.getExecutionEnvironment(settings);
    flink.setParallelism(options.parallelism());
    StreamJob.build(flink, sources, StreamEnvironment.of(environment), options);
    flink.executeAsync(StreamJob.NAME);
  }

  private static List<PlannedSource> sources(Plan plan) {
    List<PlannedSource> sources = PlannedSource.streamed(plan);
    if (sources.isEmpty()) {
      throw new IllegalStateException("no source of the current plan has a Kafka topic");
    }
    return sources;
  }

  private void awaitRunning() throws InterruptedException {
    while (!ended.isDone() && !isRunning()) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private boolean isRunning() throws InterruptedException {
    try {
      JobStatus status = job.getJobStatus().get();
      return status != JobStatus.INITIALIZING && status != JobStatus.CREATED;
    } catch (ExecutionException | IllegalStateException e) {
      // The cluster goes when its job has ended: that end is about to be told.
      return false;
    }
  }

  /** Completes when the job has ended by itself; with its failure, since it has no other end. */
  CompletableFuture<Void> ended() {
    return ended;
  }

  /** Whether the end, if it comes, was asked for. */
  boolean isStopping() {
    return stopping;
  }

  /** Cancels the job, whose checkpoints stay. */
  void stop() {
    stopping = true;
    try {
      if (ended.isDone()) {
        return;
      }
      job.cancel().get(STOP_SECONDS, TimeUnit.SECONDS);
      ended.get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // Cancelled, or gone already: either way the next start goes on from the checkpoints.
    } finally {
      unlock();
    }
  }

  private void unlock() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
