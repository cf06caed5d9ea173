package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import dev.arabica.intake.SpineRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Feature values straight from events: what every engine has to give. What is given counts as
 * complete since ever, so that no value is {@code incomplete}. An instance belongs to one thread.
 */
public final class ReferenceEngine {
  /** What a spine row gives where no watermark is known; see {@link SpineRow#watermark(String)}. */
  private static final long NO_WATERMARK = Long.MAX_VALUE;

  private final Plan plan;
  private final ReferenceData data;
  private final OpenHead openHead;
  private final NaiveStreams streams;
  private final Map<String, NaiveGroup> groups = new HashMap<>();
  private final Map<String, NaiveSnapshot> snapshots = new HashMap<>();
  private final Map<FeatureSetPlan.Label, NaiveLabel> labels = new HashMap<>();

  public ReferenceEngine(Plan plan, ReferenceData data, OpenHead openHead) {
    this.plan = plan;
    this.data = data;
    this.openHead = openHead;
    this.streams = new NaiveStreams(plan, data.events());
  }

  /**
   * An engine without snapshots, for files.
   *
   * @param events as in {@link ReferenceData}
   */
  public ReferenceEngine(Plan plan, Map<String, List<Event>> events) {
    this(plan, new ReferenceData(events, Map.of()), OpenHead.CLOSED_VALUE);
  }

  /** The columns of a set, in the order of {@link #values}. */
  public static List<Type.Field> columns(Plan plan, FeatureSetPlan set) {
    return new SetColumns(plan, set).served();
  }

  /** The labels of a set, in the order of {@link #labels}. */
  public static List<Type.Field> labelColumns(FeatureSetPlan set) {
    return set.labels().stream()
        .map(label -> new Type.Field(label.name(), label.type(), true))
        .toList();
  }

  /** The values of a set for one row of a spine: its members' and the derived, in its order. */
  public List<FeatureValue> values(FeatureSetPlan set, SpineRow row) {
    NaiveSetRow values = new NaiveSetRow(this, set, row);
    List<FeatureValue> found = new ArrayList<>();
    for (FeatureSetPlan.Member member : set.members()) {
      member.outputs().forEach(output -> found.add(values.column(output.column()).value()));
    }
    set.derived().forEach(derived -> found.add(values.column(derived.name()).value()));
    return found;
  }

  /** What followed a row, for training: the values of the set's labels. */
  public List<FeatureValue> labels(FeatureSetPlan set, SpineRow row) {
    NaiveSetRow values = new NaiveSetRow(this, set, row);
    return set.labels().stream().map(label -> values.column(label.name()).value()).toList();
  }

  /** The value of one column of a set, be it a member's, derived or a label. */
  public FeatureValue value(FeatureSetPlan set, String column, SpineRow row) {
    return new NaiveSetRow(this, set, row).column(column).value();
  }

  /**
   * The value of one feature, or of what a group derives from features.
   *
   * @param key the group's key columns, boxed
   * @param time of the request, microseconds since the epoch, or null
   * @param watermark the group's, microseconds since the epoch, or null if none is known
   */
  public FeatureValue value(
      String group, String feature, List<Object> key, Long time, Long watermark) {
    return answer(group, feature, key, time, watermark).value();
  }

  Answer answer(String group, String feature, List<Object> key, Long time, Long watermark) {
    if (time == null) {
      return Answer.none(FeatureStatus.NO_TIME);
    }
    if (KeyValues.hasNull(key)) {
      return Answer.none(FeatureStatus.NULL_KEY);
    }
    return group(group).value(feature, key, time, known(watermark));
  }

  /** Null too where a spine row knows none. */
  static Long known(Long watermark) {
    return watermark == null || watermark == NO_WATERMARK ? null : watermark;
  }

  NaiveStreams streams() {
    return streams;
  }

  Plan plan() {
    return plan;
  }

  NaiveGroup group(String name) {
    GroupPlan group = plan.group(name);
    return groups.computeIfAbsent(
        group.name(), n -> new NaiveGroup(group, streams.rows(group.source()), openHead));
  }

  NaiveSnapshot snapshot(String name) {
    SnapshotPlan snapshot = plan.snapshot(name);
    return snapshots.computeIfAbsent(
        snapshot.name(),
        n -> new NaiveSnapshot(snapshot, data.snapshots().getOrDefault(n, List.of())));
  }

  NaiveLabel label(FeatureSetPlan.Label label) {
    return labels.computeIfAbsent(label, l -> new NaiveLabel(l, streams.rows(l.source())));
  }
}
