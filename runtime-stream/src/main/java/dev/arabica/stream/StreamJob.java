package dev.arabica.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The Flink job: one independent pipeline for each source of the plan that has a topic. */
final class StreamJob {
  static final String NAME = "arabica-stream";

  private static final Duration CLOCK_INTERVAL = Duration.ofMillis(100);
  private static final int CHECKPOINTS_KEPT = 3;
  private static final int FAILURES_ALLOWED = 5;
  private static final Duration FAILURES_WITHIN = Duration.ofMinutes(5);
  private static final Duration RESTART_DELAY = Duration.ofSeconds(1);

  private StreamJob() {}

  /**
   * @param restore the checkpoint to go on from
   */
  static Configuration configuration(
      StreamOptions options, Path checkpoints, Optional<Path> restore) {
    Configuration settings = new Configuration();
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, options.checkpointInterval());
    settings.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
    settings.set(StateBackendOptions.STATE_BACKEND, "hashmap");
    settings.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, CLOCK_INTERVAL);
    settings.set(PipelineOptions.OBJECT_REUSE, true);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    restart(settings);
    restore.ifPresent(path -> restoreFrom(settings, path));
    return settings;
  }

  /** A job that fails again and again ends, so that someone hears of it. */
  private static void restart(Configuration settings) {
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "failure-rate");
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_MAX_FAILURES_PER_INTERVAL,
        FAILURES_ALLOWED);
    settings.set(
        RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_FAILURE_RATE_INTERVAL,
        FAILURES_WITHIN);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY_FAILURE_RATE_DELAY, RESTART_DELAY);
  }

  /** The new job takes the checkpoint over and deletes it in its turn. */
  private static void restoreFrom(Configuration settings, Path checkpoint) {
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint.toUri().toString());
    settings.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
  }

  /** Small buffers: tasks share this process, and blocks live on the heap. */
  static void fitIntoOneProcess(Configuration settings) {
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(48));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(48));
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1));
  }

  static void build(
      StreamExecutionEnvironment flink,
      List<PlannedSource> sources,
      StreamEnvironment environment,
      StreamOptions options) {
    for (PlannedSource source : sources) {
      new SourcePipeline(source, environment, options).build(flink);
    }
  }
}
