package dev.arabica.cli.spectest;

import dev.arabica.core.time.Instants;
import dev.arabica.reference.Explanation.Witness;
import dev.arabica.reference.Interval;
import dev.arabica.reference.Verdict;
import java.util.Optional;

/**
 * Windows in words.
 *
 * @param asked the time of the test's moment: a window that goes on to just after it has an open
 *     head
 */
record WindowText(long asked) {
  private static final long[] UNITS = {
    Instants.MICROS_PER_DAY,
    Instants.MICROS_PER_HOUR,
    Instants.MICROS_PER_MINUTE,
    Instants.MICROS_PER_SECOND,
    Instants.MICROS_PER_MILLI,
    1
  };

  String of(Interval window) {
    String end =
        isOpen(window)
            ? Instants.pretty(asked) + ", that included: the head is open"
            : "before " + Instants.pretty(window.hi());
    if (window.lo() == Interval.BEGINNING) {
      return isOpen(window) ? "everything until " + end : "everything " + end;
    }
    return window.isEmpty()
        ? "nothing: it would begin at %s, but the watermark ends it at %s"
            .formatted(Instants.pretty(window.lo()), Instants.pretty(window.hi()))
        : "from " + Instants.pretty(window.lo()) + " until " + end;
  }

  /** How far a row is from the window that it is outside of. */
  Optional<String> beside(Witness witness, Interval window) {
    if (witness.verdict() instanceof Verdict.TooEarly) {
      return Optional.of(length(window.lo() - witness.time()) + " before the window");
    }
    if (witness.verdict() instanceof Verdict.TooLate) {
      long after = witness.time() - (isOpen(window) ? asked : window.hi());
      return Optional.of(
          after == 0
              ? "exactly at the window's end, which is outside"
              : length(after) + " after the window's end");
    }
    return Optional.empty();
  }

  private boolean isOpen(Interval window) {
    return window.hi() == asked + 1;
  }

  /** A length of time in its two largest UNITS. */
  private static String length(long micros) {
    for (int i = 0; i + 1 < UNITS.length; i++) {
      if (micros >= UNITS[i]) {
        long rest = micros % UNITS[i] / UNITS[i + 1] * UNITS[i + 1];
        String whole = Instants.prettyDuration(micros / UNITS[i] * UNITS[i]);
        return rest == 0 ? whole : whole + " " + Instants.prettyDuration(rest);
      }
    }
    return Instants.prettyDuration(micros);
  }
}
