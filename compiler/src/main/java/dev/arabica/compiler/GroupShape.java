package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a feature set has to know of a group, also of one with errors.
 *
 * @param keys the type of each key, absent after an error
 * @param features every feature that the group declares, in order
 * @param checked the group, unless it has an error
 */
record GroupShape(
    String name,
    FeaturesDecl decl,
    Map<String, Optional<Type>> keys,
    Set<String> features,
    Optional<CheckedModel.Group> checked) {

  /** The type of each feature, absent after an error. */
  Map<String, Optional<Type>> columns() {
    Map<String, Optional<Type>> columns = new LinkedHashMap<>();
    features.forEach(feature -> columns.put(feature, Optional.empty()));
    checked.ifPresent(
        group ->
            group
                .features()
                .forEach(feature -> columns.put(feature.name(), Optional.of(feature.type()))));
    return columns;
  }

  List<String> keyNames() {
    return decl.keys().stream().map(Name::text).distinct().toList();
  }
}
