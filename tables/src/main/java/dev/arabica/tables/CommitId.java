package dev.arabica.tables;

import java.util.UUID;

/**
 * Names a commit, so that it is made at most once however often it is tried. A job that starts anew
 * without its checkpoints must take a new {@code job}, or its commits are taken for those of its
 * namesake.
 *
 * @param job uid of the run that commits
 * @param checkpoint number of the commit within the run
 */
public record CommitId(String job, long checkpoint) {
  /** The name of a commit that no one will try again. */
  public static CommitId unique(String purpose) {
    return new CommitId(purpose + "-" + UUID.randomUUID(), 0);
  }
}
