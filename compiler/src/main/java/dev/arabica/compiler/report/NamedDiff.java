package dev.arabica.compiler.report;

import dev.arabica.compiler.report.DeclarationChange.Kind;
import dev.arabica.compiler.report.DeclarationChange.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Pairs declarations of one kind by name. */
record NamedDiff<T>(Kind kind, Function<T, String> name, BiFunction<T, T, List<Change>> changes) {

  /** In the order of the new plan, then what is gone. */
  List<DeclarationChange> between(List<T> old, List<T> now) {
    List<DeclarationChange> found = new ArrayList<>();
    for (T is : now) {
      T was = named(old, name.apply(is));
      List<Change> differences = was == null ? List.of() : changes.apply(was, is);
      Status status =
          was == null ? Status.ADDED : differences.isEmpty() ? Status.UNCHANGED : Status.CHANGED;
      found.add(new DeclarationChange(kind, name.apply(is), status, differences));
    }
    for (T was : old) {
      if (named(now, name.apply(was)) == null) {
        found.add(new DeclarationChange(kind, name.apply(was), Status.REMOVED, List.of()));
      }
    }
    return found;
  }

  private T named(List<T> all, String wanted) {
    return all.stream().filter(one -> name.apply(one).equals(wanted)).findFirst().orElse(null);
  }
}
