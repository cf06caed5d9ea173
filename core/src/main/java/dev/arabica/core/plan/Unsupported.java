package dev.arabica.core.plan;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.GroupPlan.Feature;
import dev.arabica.core.plan.GroupPlan.Head;
import dev.arabica.core.plan.GroupPlan.Serving;
import dev.arabica.core.plan.SourcePlan.Format;
import dev.arabica.core.type.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What of a plan no engine here executes yet. It is checked, planned, evaluated and tested by the
 * reference engine all the same; an environment takes no plan that has any of it, so that no engine
 * has to look for it. A part goes from here when all engines execute it.
 */
public final class Unsupported {
  private final Set<String> found = new LinkedHashSet<>();

  private Unsupported() {}

  /** Each construct with its place, in the order of the plan; empty for a plan that can run. */
  public static List<String> in(Plan plan) {
    Unsupported unsupported = new Unsupported();
    plan.sources().forEach(unsupported::source);
    plan.streams().forEach(unsupported::stream);
    plan.groups().forEach(unsupported::group);
    plan.snapshots().forEach(snapshot -> unsupported.add("snapshot", snapshot.name(), ""));
    plan.requests().forEach(request -> unsupported.add("request", request.name(), ""));
    plan.featureSets().forEach(unsupported::set);
    plan.models().forEach(model -> unsupported.add("model", model.name(), ""));
    return List.copyOf(unsupported.found);
  }

  /**
   * @throws UnsupportedPlanException listing everything
   */
  public static void refuse(Plan plan) {
    List<String> parts = in(plan);
    if (!parts.isEmpty()) {
      throw new UnsupportedPlanException(parts);
    }
  }

  private void add(String kind, String name, String what) {
    found.add(kind + " `" + name + "`" + what);
  }

  private void source(SourcePlan source) {
    Format.Kind format = source.format().kind();
    if (format != Format.Kind.JSON) {
      add("source", source.name(), ": records in " + format.name().toLowerCase(Locale.ROOT));
    }
    for (SourcePlan.SourceField field : source.fields()) {
      if (!isStored(field.type())) {
        add("source", source.name(), ": field `" + field.name() + "` of type " + field.type());
      }
    }
  }

  private void stream(StreamPlan stream) {
    if (stream.branches().size() != 1) {
      add("view", stream.name(), ": a union of streams");
    }
    if (stream.dedup().isPresent()) {
      add("view", stream.name(), ": a dedup of its own");
    }
  }

  private void group(GroupPlan group) {
    if (group.head() == Head.OPEN) {
      add("features", group.name(), ": `head open`");
    }
    if (group.serving().mode() == Serving.Mode.ASSEMBLED) {
      add("features", group.name(), ": `serve assembled`");
    }
    for (GroupPlan.Key key : group.keys()) {
      if (!isStored(key.expr().type())) {
        add("features", group.name(), ": key `" + key.name() + "` of type " + key.expr().type());
      }
    }
    for (GroupPlan.Pack pack : group.packs()) {
      for (GroupPlan.Aggregate aggregate : pack.aggregates()) {
        AggregateFunction.refusal(aggregate)
            .ifPresent(why -> add("features", group.name(), ": " + why));
      }
    }
    group.features().forEach(feature -> feature(group, feature));
    derived("features", group.name(), group.derived());
  }

  private void feature(GroupPlan group, Feature feature) {
    String name = group.name() + "." + feature.name();
    if (feature.isEver()) {
      add("feature", name, ": a lifetime window");
    }
    if (feature.allowPartial()) {
      add("feature", name, ": `allow partial`");
    }
    if (!isStored(feature.type())) {
      add("feature", name, ": a value of type " + feature.type());
    }
  }

  private void set(FeatureSetPlan set) {
    for (FeatureSetPlan.SetKey key : set.keys()) {
      if (!isStored(key.type())) {
        add("feature set", set.name(), ": key `" + key.name() + "` of type " + key.type());
      }
    }
    set.members().forEach(member -> member(set, member));
    derived("feature set", set.name(), set.derived());
    for (FeatureSetPlan.Label label : set.labels()) {
      add("feature set", set.name(), ": label `" + label.name() + "`");
    }
  }

  private void member(FeatureSetPlan set, Member member) {
    String name = set.name() + "." + member.alias();
    if (member.kind() != Kind.GROUP) {
      add("member", name, ": reads a " + member.kind().name().toLowerCase(Locale.ROOT));
    }
    for (String key : member.keys()) {
      if (set.keyIndex(key) < 0) {
        add("member", name, ": a key from the column `" + key + "`");
      }
    }
    if (!member.enrichments().isEmpty()) {
      add("member", name, ": `enriched with`");
    }
    if (member.fallback().isPresent()) {
      add("member", name, ": `fallback`");
    }
  }

  private void derived(String kind, String name, List<Derived> derived) {
    derived.forEach(value -> add(kind, name, ": derive `" + value.name() + "`"));
  }

  /** Whether tables, the online store and training sets hold values of a type. */
  private static boolean isStored(Type type) {
    if (type instanceof Type.ListType list) {
      return isStored(list.element());
    }
    if (type instanceof Type.StructType struct) {
      return struct.fields().stream().allMatch(field -> isStored(field.type()));
    }
    return type instanceof Type.Scalar;
  }
}
