package dev.arabica.core.plan;

import dev.arabica.core.type.RowType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a set of specs means, resolved and typed: the one thing that every runtime loads. It holds
 * no source text. All times and lengths are microseconds.
 *
 * @param streams in an order in which each reads only sources and streams before it
 */
public record Plan(
    List<SourcePlan> sources,
    List<StreamPlan> streams,
    List<GroupPlan> groups,
    List<SnapshotPlan> snapshots,
    List<RequestPlan> requests,
    List<FeatureSetPlan> featureSets,
    List<ModelPlan> models) {
  /** The version of the plan's JSON form. */
  public static final int VERSION = 2;

  public Plan {
    sources = List.copyOf(sources);
    streams = List.copyOf(streams);
    groups = List.copyOf(groups);
    snapshots = List.copyOf(snapshots);
    requests = List.copyOf(requests);
    featureSets = List.copyOf(featureSets);
    models = List.copyOf(models);
  }

  /** A plan of sources, groups over them, and sets. */
  public Plan(List<SourcePlan> sources, List<GroupPlan> groups, List<FeatureSetPlan> featureSets) {
    this(sources, List.of(), groups, List.of(), List.of(), featureSets, List.of());
  }

  /** The same plan with other groups. */
  Plan withGroups(List<GroupPlan> others) {
    return new Plan(sources, streams, others, snapshots, requests, featureSets, models);
  }

  /** The source of this name. */
  public Optional<SourcePlan> findSource(String name) {
    return sources.stream().filter(source -> source.isNamed(name)).findFirst();
  }

  public SourcePlan source(String name) {
    return named("source", name, sources, SourcePlan::name);
  }

  public GroupPlan group(String name) {
    return named("feature group", name, groups, GroupPlan::name);
  }

  public SnapshotPlan snapshot(String name) {
    return named("snapshot", name, snapshots, SnapshotPlan::name);
  }

  public RequestPlan request(String name) {
    return named("request", name, requests, RequestPlan::name);
  }

  public FeatureSetPlan featureSet(String name) {
    return named("feature set", name, featureSets, FeatureSetPlan::name);
  }

  public ModelPlan model(String name) {
    return named("model", name, models, ModelPlan::name);
  }

  /** The stream of exactly this name, if it is not a source. */
  public Optional<StreamPlan> stream(String name) {
    return streams.stream().filter(stream -> stream.name().equals(name)).findFirst();
  }

  /** The type of the rows of a source or a stream, as a group names it. */
  public RowType rowType(String sourceOrStream) {
    return stream(sourceOrStream)
        .map(StreamPlan::rowType)
        .orElseGet(() -> source(sourceOrStream).rowType());
  }

  /** The groups that a source feeds, at once or through streams. */
  public List<GroupPlan> groupsOf(SourcePlan source) {
    return groups.stream().filter(group -> bottom(group.source()).contains(source.name())).toList();
  }

  /** The sources at the bottom of what a group reads, in the plan's order. */
  public List<SourcePlan> sourcesOf(GroupPlan group) {
    Set<String> names = bottom(group.source());
    return sources.stream().filter(source -> names.contains(source.name())).toList();
  }

  private Set<String> bottom(String sourceOrStream) {
    Optional<StreamPlan> stream = stream(sourceOrStream);
    if (stream.isEmpty()) {
      return Set.of(sourceOrStream);
    }
    Set<String> names = new LinkedHashSet<>();
    stream.get().branches().forEach(branch -> names.addAll(bottom(branch.from())));
    return names;
  }

  private static <T> T named(String kind, String name, List<T> all, Function<T, String> nameOf) {
    return all.stream()
        .filter(one -> Names.matches(nameOf.apply(one), name))
        .findFirst()
        .orElseThrow(() -> new UnknownNameException(kind, name, all.stream().map(nameOf).toList()));
  }
}
