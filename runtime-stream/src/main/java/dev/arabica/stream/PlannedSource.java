package dev.arabica.stream;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.type.RowType;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One source of a plan and what it feeds, in a form that Flink can ship: it travels as the plan's
 * JSON and is read where it is used.
 */
final class PlannedSource implements Serializable {
  private static final long serialVersionUID = 1;

  private final String planJson;
  private final String name;

  private transient SourcePlan source;
  private transient List<StreamPack> packs;

  PlannedSource(String planJson, String name) {
    this.planJson = planJson;
    this.name = name;
  }

  /** The sources of the plan that have a topic, in the plan's order. */
  static List<PlannedSource> streamed(Plan plan) {
    String json = PlanCodec.toJson(plan);
    return plan.sources().stream()
        .filter(source -> source.topic().isPresent())
        .map(source -> new PlannedSource(json, source.name()))
        .toList();
  }

  String name() {
    return name;
  }

  SourcePlan source() {
    if (source == null) {
      load();
    }
    return source;
  }

  RowType rowType() {
    return source().rowType();
  }

  /**
   * The packs of all groups over the source; a pack's place in this list names it on the wire.
   * Groups that define the same aggregates share a pack, which is here once.
   */
  List<StreamPack> packs() {
    if (packs == null) {
      load();
    }
    return packs;
  }

  /** The largest base block size of the source's groups; microseconds. */
  long baseMicros() {
    return packs().stream()
        .mapToLong(StreamPack::baseMicros)
        .max()
        .orElse(Ladder.DEFAULT.baseSize());
  }

  private void load() {
    Plan plan = PlanCodec.fromJson(planJson);
    source = plan.source(name);
    packs = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (GroupPlan group : plan.groupsOf(source)) {
      for (GroupPlan.Pack pack : group.packs()) {
        if (ids.add(pack.id())) {
          packs.add(new StreamPack(packs.size(), group, pack));
        }
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PlannedSource that
        && name.equals(that.name)
        && planJson.equals(that.planJson);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
