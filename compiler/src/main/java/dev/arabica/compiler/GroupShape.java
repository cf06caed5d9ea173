package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FeaturesDecl;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature set has to know of a group, also of one with errors.
 *
 * @param keys the type of each key, absent after an error
 * @param features the type of every feature that the group declares, in order, and of what it
 *     derives; absent after an error
 * @param checked the group, unless it has an error
 */
record GroupShape(
    String name,
    FeaturesDecl decl,
    Map<String, Optional<Type>> keys,
    Map<String, Optional<Type>> features,
    Optional<CheckedModel.Group> checked) {}
