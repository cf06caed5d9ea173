package dev.arabica.core.agg;

/**
 * Gives the aggregates of a pack their places in its {@link Rep}: each asks for what it needs when
 * it is made, and keeps the numbers.
 */
public final class Layout {
  private int words;
  private int refs;

  /** A place for 64 bits. */
  public int word() {
    return words(1);
  }

  /** The first of several such places in a row. */
  public int words(int count) {
    words += count;
    return words - count;
  }

  /** A place for a structure. */
  public int ref() {
    return refs++;
  }

  /** A rep of no events with room for all that was asked for so far. */
  public Rep newRep() {
    return new Rep(words, refs);
  }
}
