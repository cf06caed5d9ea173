package dev.arabica.core.time;

import java.util.List;

/**
 * The sizes of the blocks a group is kept in, ascending, in microseconds; each divides the next.
 * The first is the base size: the stream writes it, roll-ups write the others.
 */
public record Ladder(List<Long> sizes) {
  /** 5 minutes, 1 hour, 1 day. */
  public static final Ladder DEFAULT =
      new Ladder(
          List.of(
              5 * Instants.MICROS_PER_MINUTE, Instants.MICROS_PER_HOUR, Instants.MICROS_PER_DAY));

  public Ladder {
    sizes = List.copyOf(sizes);
    if (sizes.isEmpty() || sizes.get(0) <= 0) {
      throw new IllegalArgumentException("a ladder needs a positive base size, not " + sizes);
    }
    for (int i = 1; i < sizes.size(); i++) {
      if (sizes.get(i) <= sizes.get(i - 1) || sizes.get(i) % sizes.get(i - 1) != 0) {
        throw new IllegalArgumentException(
            "each size of a ladder divides the next, unlike " + sizes);
      }
    }
  }

  public long baseSize() {
    return sizes.get(0);
  }
}
