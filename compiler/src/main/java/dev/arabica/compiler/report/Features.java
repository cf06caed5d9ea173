package dev.arabica.compiler.report;

import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.GroupPlan;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds features of groups by name, stored or derived. */
final class Features {
  private Features() {}

  static Optional<GroupPlan.Feature> stored(GroupPlan group, String name) {
    return group.features().stream().filter(f -> f.name().equals(name)).findFirst();
  }

  static Optional<Derived> derived(GroupPlan group, String name) {
    return group.derived().stream().filter(d -> d.name().equals(name)).findFirst();
  }

  static Set<String> names(GroupPlan group) {
    Set<String> names = new LinkedHashSet<>();
    group.features().forEach(feature -> names.add(feature.name()));
    group.derived().forEach(derived -> names.add(derived.name()));
    return names;
  }
}
