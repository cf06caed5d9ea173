package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window.Anchor;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One feature group over all its events, found by key. */
final class NaiveGroup {
  private final GroupPlan plan;
  private final List<NaiveAggregate> aggregates = new ArrayList<>();
  private final List<List<Integer>> aggregateIndex = new ArrayList<>();
  private final Map<List<Object>, KeyEvents> byKey = new HashMap<>();
  private final KeyEvents nothing;

  /**
   * @param events of the group's source, without duplicates
   */
  NaiveGroup(GroupPlan plan, List<Event> events) {
    this.plan = plan;
    for (GroupPlan.Pack pack : plan.packs()) {
      List<Integer> positions = new ArrayList<>();
      for (GroupPlan.Aggregate aggregate : pack.aggregates()) {
        positions.add(aggregates.size());
        aggregates.add(new NaiveAggregate(aggregate));
      }
      aggregateIndex.add(positions);
    }
    this.nothing = new KeyEvents(List.of(), aggregates);
    eventsByKey(events).forEach((key, own) -> byKey.put(key, new KeyEvents(own, aggregates)));
  }

  /**
   * The value of a feature for a key whose columns are all there.
   *
   * @param watermark microseconds, or null if none is known
   */
  FeatureValue value(GroupPlan.Feature feature, List<Object> key, long time, Long watermark) {
    long base = plan.ladder().sizes().get(0);
    long now = roundedDown(time, base);
    long hi = watermark == null ? now : Math.min(now, roundedDown(watermark, base));
    long end = feature.anchor() == Anchor.WATERMARK ? hi : now;
    long lo = roundedDown(end - feature.windowMicros(), feature.stepMicros());
    if (hi <= lo) {
      return FeatureValue.none(FeatureStatus.STALE);
    }
    int aggregate = aggregateIndex.get(feature.pack()).get(feature.aggregate());
    List<KeyEvents.Input> inputs =
        byKey.getOrDefault(KeyValues.of(key), nothing).within(aggregate, lo, hi);
    if (inputs.isEmpty() && feature.defaultValue().isPresent()) {
      return FeatureValue.ok(asTyped(feature, feature.defaultValue().get().value()));
    }
    FeatureValue value = aggregates.get(aggregate).over(inputs);
    return new FeatureValue(asTyped(feature, value.value()), value.status());
  }

  private Map<List<Object>, List<Event>> eventsByKey(List<Event> events) {
    Map<List<Object>, List<Event>> found = new HashMap<>();
    for (Event event : events) {
      if (plan.where().isPresent() && !Interpreter.passes(plan.where().get(), event.row())) {
        continue;
      }
      List<Object> key = new ArrayList<>();
      plan.keys().forEach(column -> key.add(Interpreter.value(column.expr(), event.row())));
      if (!key.contains(null)) {
        found.computeIfAbsent(KeyValues.of(key), k -> new ArrayList<>()).add(event);
      }
    }
    return found;
  }

  /** A whole number where the feature is a float, such as the 0 of an empty float sum. */
  private static Object asTyped(GroupPlan.Feature feature, Object value) {
    return feature.type().isFloat() && value instanceof Long whole
        ? (Object) whole.doubleValue()
        : value;
  }

  /** The greatest multiple of {@code unit} that is not above {@code time}. */
  private static long roundedDown(long time, long unit) {
    long beyond = time % unit;
    return time - (beyond < 0 ? beyond + unit : beyond);
  }
}
