package dev.arabica.pit;

/** The form of a training set's files. */
public enum Format {
  /** Typed columns; lists are arrays, structs structs, timestamps UTC microseconds. */
  PARQUET("parquet"),
  /** One object a line, every column present; instants as ISO-8601 UTC with microseconds. */
  JSONL("jsonl");

  private final String word;

  Format(String word) {
    this.word = word;
  }

  /** The word that stands for it on a command line, and the ending of the files. */
  @Override
  public String toString() {
    return word;
  }
}
