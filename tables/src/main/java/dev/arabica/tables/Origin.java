package dev.arabica.tables;

import java.util.Locale;

/** Who wrote a block row. */
public enum Origin {
  /** The stream, while the block is its own. */
  STREAM,
  /** The repair: rewritten base blocks and roll-ups. */
  REPAIR,
  /** A backfill of history. */
  BACKFILL;

  /** The value of the column {@code origin}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The origin that a column holds.
   *
   * @throws TablesException if it is none
   */
  public static Origin parse(String text) {
    for (Origin origin : values()) {
      if (origin.toString().equals(text)) {
        return origin;
      }
    }
    throw new TablesException("`" + text + "` is not an origin of blocks");
  }
}
