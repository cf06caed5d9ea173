package dev.arabica.dsl;

import java.util.Collection;
import java.util.Comparator;
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
    return known.stream()
        .filter(name -> !name.equals(unknown) && name.length() <= LONGEST)
        .filter(name -> distance(unknown, name) <= tolerance(unknown, name))
        .min(
            Comparator.<String>comparingInt(name -> distance(unknown, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int tolerance(String a, String b) {
    return Math.max(1, Math.min(3, Math.max(a.length(), b.length()) / 3));
  }

  /** Insertions, deletions, replacements and swaps of neighbours, in any letter case. */
  private static int distance(String first, String second) {
    String a = first.toLowerCase(Locale.ROOT);
    String b = second.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
