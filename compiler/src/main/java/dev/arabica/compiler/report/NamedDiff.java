package dev.arabica.compiler.report;

import dev.arabica.compiler.report.DeclarationChange.Kind;
import dev.arabica.compiler.report.DeclarationChange.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Pairs declarations of one kind by name. */
record NamedDiff<T>(Kind kind, Function<T, String> name, BiFunction<T, T, List<Change>> changes) {

  /** In the order of the new plan, then what is gone. */
  List<DeclarationChange> between(List<T> old, List<T> now) {
    List<DeclarationChange> found = new ArrayList<>();
    Map<String, T> before = new LinkedHashMap<>();
    old.forEach(was -> before.put(name.apply(was), was));
    for (T is : now) {
      T was = before.remove(name.apply(is));
      List<Change> differences = was == null ? List.of() : changes.apply(was, is);
      Status status =
          was == null ? Status.ADDED : differences.isEmpty() ? Status.UNCHANGED : Status.CHANGED;
      found.add(new DeclarationChange(kind, name.apply(is), status, differences));
    }
    before
        .keySet()
        .forEach(gone -> found.add(new DeclarationChange(kind, gone, Status.REMOVED, List.of())));
    return found;
  }
}
