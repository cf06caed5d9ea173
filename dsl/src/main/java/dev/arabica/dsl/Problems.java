package dev.arabica.dsl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the diagnostics of one file. At one place the first error is the cause and a second one
 * only its echo, so the second is left out; past a bound nothing more is taken.
 */
public final class Problems {
  private static final int MOST = 100;

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<Integer> places = new HashSet<>();

  public void add(Diagnostic diagnostic) {
    if (isFull() || !places.add(diagnostic.span().start())) {
      return;
    }
    found.add(found.size() < MOST ? diagnostic : tooMany(diagnostic.span()));
  }

  /** Whether there is no point in looking further. */
  public boolean isFull() {
    return found.size() > MOST;
  }

  /** What was found, in the order of the text. */
  List<Diagnostic> inOrder() {
    return found.stream()
        .sorted(Comparator.comparingInt(diagnostic -> diagnostic.span().start()))
        .toList();
  }

  private static Diagnostic tooMany(Span span) {
    return Diagnostic.error(
        Codes.TOO_MANY, span, "more than %d errors; the rest is not shown".formatted(MOST));
  }
}
