package dev.arabica.core.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a set of specs means, resolved and typed: the one thing that every runtime loads. It holds
 * no source text. All times and lengths are microseconds.
 */
public record Plan(
    List<SourcePlan> sources, List<GroupPlan> groups, List<FeatureSetPlan> featureSets) {
  /** The version of the plan's JSON form. */
  public static final int VERSION = 1;

  public Plan {
    sources = List.copyOf(sources);
    groups = List.copyOf(groups);
    featureSets = List.copyOf(featureSets);
  }

  /** The source of this name. */
  public Optional<SourcePlan> findSource(String name) {
    return sources.stream().filter(source -> source.isNamed(name)).findFirst();
  }

  public SourcePlan source(String name) {
    return findSource(name)
        .orElseThrow(
            () -> unknown("source", name, sources.stream().map(SourcePlan::name).toList()));
  }

  public GroupPlan group(String name) {
    return groups.stream()
        .filter(group -> Names.matches(group.name(), name))
        .findFirst()
        .orElseThrow(
            () -> unknown("feature group", name, groups.stream().map(GroupPlan::name).toList()));
  }

  public FeatureSetPlan featureSet(String name) {
    return featureSets.stream()
        .filter(set -> Names.matches(set.name(), name))
        .findFirst()
        .orElseThrow(
            () ->
                unknown(
                    "feature set", name, featureSets.stream().map(FeatureSetPlan::name).toList()));
  }

  /** The groups that a source feeds. */
  public List<GroupPlan> groupsOf(SourcePlan source) {
    return groups.stream().filter(group -> group.source().equals(source.name())).toList();
  }

  private static UnknownNameException unknown(String kind, String name, List<String> known) {
    return new UnknownNameException(kind, name, known);
  }
}
