package dev.arabica.pit;

/** Which of a block's revisions a training row reads. */
public enum Blocks {
  /** What a lookup saw: the highest revision at or below the row's {@code read_revision}. */
  AS_SERVED("as-served"),
  /** What is known by now: the highest revision of all. */
  CORRECTED("corrected");

  private final String word;

  Blocks(String word) {
    this.word = word;
  }

  /** The word that stands for it on a command line. */
  @Override
  public String toString() {
    return word;
  }
}
