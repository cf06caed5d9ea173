package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a test asks: a group or a feature set.
 *
 * @param name qualified
 * @param keys the type of each key, absent after an error
 * @param columns the type of each column, absent after an error
 * @param mayHide whether a name that is none of the columns may be one all the same, which has an
 *     error
 * @param requests the qualified names of the requests that it reads
 */
record TestSubject(
    SpecTest.Subject kind,
    String name,
    Map<String, Optional<Type>> keys,
    Map<String, Optional<Type>> columns,
    Predicate<String> mayHide,
    List<String> requests) {

  static TestSubject of(Readable group, Damage damage) {
    return new TestSubject(
        SpecTest.Subject.GROUP,
        group.name(),
        group.keys(),
        group.columns(),
        name -> damage.mayHide(Selections.lineOf(name), group.declaration()),
        List.of());
  }

  static TestSubject of(CheckedSet set) {
    Map<String, Optional<Type>> keys = new LinkedHashMap<>();
    set.plan().keys().forEach(key -> keys.put(key.name(), Optional.of(key.type())));
    return new TestSubject(
        SpecTest.Subject.FEATURE_SET,
        set.plan().name(),
        keys,
        set.columns(),
        set.features()::mayHide,
        set.requests());
  }
}
