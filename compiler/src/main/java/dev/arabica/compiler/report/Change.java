package dev.arabica.compiler.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing that two plans say differently.
 *
 * @param what it is, such as {@code where} or {@code column ctr}
 * @param old as the old plan has it; absent for what is new
 * @param now as the new plan has it; absent for what is gone
 * @param unsafe whether something that worked under the old plan does not under the new
 */
public record Change(String what, Optional<String> old, Optional<String> now, boolean unsafe) {

  static Change of(String what, String old, String now) {
    return new Change(what, Optional.ofNullable(old), Optional.ofNullable(now), false);
  }

  static Change unsafe(String what, String old, String now) {
    return new Change(what, Optional.ofNullable(old), Optional.ofNullable(now), true);
  }

  /** What follows from changes elsewhere. */
  static Change fact(String what) {
    return of(what, null, null);
  }

  /** {@code where: ms > 10 -> ms > 20}. */
  @Override
  public String toString() {
    if (old.isEmpty()) {
      return what + now.map(text -> ": new, " + text).orElse("");
    }
    return what + ": " + old.get() + now.map(text -> " -> " + text).orElse(", gone");
  }

  /** Changes as they are found; what is equal is none. */
  static final class Collector {
    private final List<Change> changes = new ArrayList<>();

    Collector compare(String what, String old, String now) {
      return compare(what, old, now, false);
    }

    Collector compareUnsafe(String what, String old, String now) {
      return compare(what, old, now, true);
    }

    Collector compare(String what, Optional<String> old, Optional<String> now) {
      return compare(what, old.orElse("none"), now.orElse("none"));
    }

    private Collector compare(String what, String old, String now, boolean unsafe) {
      if (!Objects.equals(old, now)) {
        changes.add(unsafe ? Change.unsafe(what, old, now) : Change.of(what, old, now));
      }
      return this;
    }

    Collector add(Change change) {
      changes.add(change);
      return this;
    }

    List<Change> found() {
      return List.copyOf(changes);
    }
  }
}
