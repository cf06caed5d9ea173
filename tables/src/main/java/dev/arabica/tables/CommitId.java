package dev.arabica.tables;

import java.util.Map;
import java.util.UUID;
import org.apache.iceberg.Snapshot;

/**
 * Names a commit, so that it is made at most once however often it is tried. A job that starts anew
 * without its checkpoints must take a new {@code job}, or its commits are taken for those of its
 * namesake.
 *
 * @param job uid of the run that commits
 * @param checkpoint number of the commit within the run
 */
public record CommitId(String job, long checkpoint) {
  private static final String JOB = "arabica.job";
  private static final String CHECKPOINT = "arabica.checkpoint";

  public CommitId {
    if (checkpoint < 0) {
      throw new IllegalArgumentException("a commit of checkpoint " + checkpoint);
    }
  }

  /** The name of a commit that no one will try again. */
  public static CommitId unique(String purpose) {
    return new CommitId(purpose + "-" + UUID.randomUUID(), 0);
  }

  /**
   * The summary properties that name a commit; a Spark write takes them as options with the prefix
   * {@code snapshot-property.}.
   */
  public Map<String, String> toSummary() {
    return Map.of(JOB, job, CHECKPOINT, Long.toString(checkpoint));
  }

  boolean names(Snapshot snapshot) {
    return checkpoint(job, snapshot) == checkpoint;
  }

  /** The checkpoint of a job's commit; -1 for any other commit. */
  static long checkpoint(String job, Snapshot snapshot) {
    return job.equals(snapshot.summary().get(JOB))
        ? Long.parseLong(snapshot.summary().get(CHECKPOINT))
        : -1;
  }
}
