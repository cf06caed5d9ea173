package dev.arabica.compiler;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature set can read: a group, a snapshot or a request, also one with errors.
 *
 * @param name qualified
 * @param declaration where it stands
 * @param keys the type of each key, absent after an error
 * @param columns the type of each feature or column, absent after an error
 */
record Readable(
    FeatureSetPlan.Kind kind,
    String name,
    Span declaration,
    Map<String, Optional<Type>> keys,
    Map<String, Optional<Type>> columns) {
  Readable {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  static Readable of(GroupShape group) {
    return new Readable(
        FeatureSetPlan.Kind.GROUP,
        group.name(),
        group.decl().span(),
        group.keys(),
        group.features());
  }

  List<String> keyNames() {
    return List.copyOf(keys.keySet());
  }

  /** What its columns are called. */
  String columnNoun() {
    return kind == FeatureSetPlan.Kind.GROUP ? "feature" : "column";
  }
}
