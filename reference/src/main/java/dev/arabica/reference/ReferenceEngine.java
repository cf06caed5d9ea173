package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import dev.arabica.intake.SpineRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Feature values straight from events: what every engine has to give. An instance belongs to one
 * thread.
 */
public final class ReferenceEngine {
  /** What a spine row gives where no watermark is known; see {@link SpineRow#watermark(String)}. */
  private static final long NO_WATERMARK = Long.MAX_VALUE;

  private final Plan plan;
  private final Map<String, List<Event>> events;
  private final Map<String, NaiveGroup> groups = new HashMap<>();

  /**
   * @param events the admitted events by the source's qualified name, in any order, duplicates
   *     included; a source without an entry has none
   */
  public ReferenceEngine(Plan plan, Map<String, List<Event>> events) {
    this.plan = plan;
    this.events = Map.copyOf(events);
  }

  /** The feature columns of a set, in the order of {@link #values}. */
  public static List<Type.Field> columns(Plan plan, FeatureSetPlan set) {
    List<Type.Field> columns = new ArrayList<>();
    for (FeatureSetPlan.Member member : set.members()) {
      GroupPlan group = plan.group(member.group());
      for (FeatureSetPlan.Output output : member.outputs()) {
        columns.add(new Type.Field(output.column(), feature(group, output).type(), true));
      }
    }
    return columns;
  }

  /** The values of a set's features for one row of a spine, in the set's order. */
  public List<FeatureValue> values(FeatureSetPlan set, SpineRow row) {
    List<FeatureValue> values = new ArrayList<>();
    for (FeatureSetPlan.Member member : set.members()) {
      List<Object> key = new ArrayList<>();
      member.keys().forEach(name -> key.add(row.keys().get(set.keyIndex(name))));
      long watermark = row.watermark(member.group());
      for (FeatureSetPlan.Output output : member.outputs()) {
        values.add(
            value(
                member.group(),
                output.feature(),
                key,
                row.time(),
                watermark == NO_WATERMARK ? null : watermark));
      }
    }
    return values;
  }

  /**
   * The value of one feature.
   *
   * @param key the group's key columns, boxed
   * @param time of the request, microseconds since the epoch, or null
   * @param watermark the group's, microseconds since the epoch, or null if none is known
   */
  public FeatureValue value(
      String group, String feature, List<Object> key, Long time, Long watermark) {
    if (time == null) {
      return FeatureValue.none(FeatureStatus.NO_TIME);
    }
    if (key.contains(null)) {
      return FeatureValue.none(FeatureStatus.NULL_KEY);
    }
    GroupPlan groupPlan = plan.group(group);
    GroupPlan.Feature wanted = groupPlan.features().get(groupPlan.featureIndex(feature));
    return groups
        .computeIfAbsent(groupPlan.name(), name -> naive(groupPlan))
        .value(wanted, key, time, watermark);
  }

  private NaiveGroup naive(GroupPlan group) {
    SourcePlan source = plan.source(group.source());
    return new NaiveGroup(
        group, Duplicates.removed(source, events.getOrDefault(source.name(), List.of())));
  }

  private static GroupPlan.Feature feature(GroupPlan group, FeatureSetPlan.Output output) {
    return group.features().get(group.featureIndex(output.feature()));
  }
}
