package dev.arabica.dsl;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known name nearest to one that is not known. */
public final class Suggestions {
  private static final int LONGEST = 64;

  private Suggestions() {}

  /** The hint to print for an unknown name, if any known one is near. */
  public static Optional<String> hint(String unknown, Collection<String> known) {
    return closest(unknown, known).map(name -> "did you mean `" + name + "`?");
  }

  /**
   * The nearest known name, the first by spelling among equals, if it is near enough to be a slip.
   */
  public static Optional<String> closest(String unknown, Collection<String> known) {
    if (unknown.length() > LONGEST) {
      return Optional.empty();
    }
    Distance distance = new Distance(unknown);
    String closest = null;
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      if (name.length() <= LONGEST && !name.equals(unknown)) {
        int far = distance.to(name, Math.min(least, tolerance(unknown, name)));
        if (far < least || far == least && closest != null && name.compareTo(closest) < 0) {
          least = far;
          closest = name;
        }
      }
    }
    return Optional.ofNullable(closest);
  }

  private static int tolerance(String a, String b) {
    return Math.max(1, Math.min(3, Math.max(a.length(), b.length()) / 3));
  }

  /** Insertions, deletions, replacements and swaps of neighbours, in any letter case. */
  private static final class Distance {
    private final String from;
    private final int[][] cost;

    Distance(String from) {
      this.from = from.toLowerCase(Locale.ROOT);
      this.cost = new int[this.from.length() + 1][LONGEST * 2 + 1];
    }

    /** How far a name is; the greatest number if it is farther than a bound. */
    int to(String name, int most) {
      String to = name.toLowerCase(Locale.ROOT);
      if (Math.abs(from.length() - to.length()) > most) {
        return Integer.MAX_VALUE;
      }
      for (int i = 0; i <= from.length(); i++) {
        int leastOfRow = Integer.MAX_VALUE;
        for (int j = 0; j <= to.length(); j++) {
          cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(to, i, j);
          leastOfRow = Math.min(leastOfRow, cost[i][j]);
        }
        // A swap reaches back two rows, and costs one.
        if (leastOfRow > most + 1) {
          return Integer.MAX_VALUE;
        }
      }
      int far = cost[from.length()][to.length()];
      return far <= most ? far : Integer.MAX_VALUE;
    }

    private int cheapest(String to, int i, int j) {
      int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
      int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
      boolean swapped =
          i > 1
              && j > 1
              && from.charAt(i - 1) == to.charAt(j - 2)
              && from.charAt(i - 2) == to.charAt(j - 1);
      return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
  }
}
