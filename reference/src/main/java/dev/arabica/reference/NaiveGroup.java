package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window.Anchor;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One feature group over all its events, found by key. */
final class NaiveGroup {
  private final GroupPlan plan;
  private final boolean openHead;
  private final List<NaiveAggregate> aggregates = new ArrayList<>();
  private final List<List<Integer>> aggregateIndex = new ArrayList<>();
  private final Map<List<Object>, KeyEvents> byKey;
  private final KeyEvents nothing;

  /**
   * @param events of the group's source or stream, without duplicates
   * @param openHead what the group gives if its head is open
   */
  NaiveGroup(GroupPlan plan, List<Event> events, OpenHead openHead) {
    this.plan = plan;
    this.openHead = plan.head() == GroupPlan.Head.OPEN && openHead == OpenHead.UP_TO_REQUEST;
    for (GroupPlan.Pack pack : plan.packs()) {
      List<Integer> positions = new ArrayList<>();
      for (GroupPlan.Aggregate aggregate : pack.aggregates()) {
        positions.add(aggregates.size());
        aggregates.add(new NaiveAggregate(aggregate));
      }
      aggregateIndex.add(positions);
    }
    this.nothing = new KeyEvents(List.of(), aggregates);
    this.byKey =
        KeyEvents.byKey(
            events,
            plan.where(),
            plan.keys().stream().map(GroupPlan.Key::expr).toList(),
            aggregates);
  }

  /**
   * The value of a feature, or of what is derived from features, for a key whose columns are all
   * there.
   *
   * @param watermark microseconds, or null if none is known
   */
  Answer value(String name, List<Object> key, long time, Long watermark) {
    for (Derived derived : plan.derived()) {
      if (derived.name().equals(name)) {
        return DerivedValue.of(derived, column -> value(column, key, time, watermark));
      }
    }
    return value(plan.features().get(plan.featureIndex(name)), key, time, watermark);
  }

  private Answer value(GroupPlan.Feature feature, List<Object> key, long time, Long watermark) {
    Interval window = window(feature, time, watermark);
    if (window.isEmpty()) {
      return Answer.none(FeatureStatus.STALE);
    }
    int aggregate = aggregateIndex.get(feature.pack()).get(feature.aggregate());
    Inputs inputs =
        new Inputs(
            byKey.getOrDefault(KeyValues.of(key), nothing).within(aggregate, window),
            Math.min(window.hi(), time));
    if (inputs.isEmpty() && feature.defaultValue().isPresent()) {
      Object value = feature.defaultValue().get().value();
      return new Answer(FeatureValue.ok(Fitted.to(feature.type(), value)), true);
    }
    FeatureValue value = aggregates.get(aggregate).over(inputs);
    Object fitted = Fitted.to(feature.type(), value.value());
    return new Answer(new FeatureValue(fitted, value.status()), inputs.isEmpty());
  }

  /** What the value of a feature is looked up in. */
  Witnesses.Lookup lookup(GroupPlan.Feature feature, List<Object> key, long time, Long watermark) {
    int aggregate = aggregateIndex.get(feature.pack()).get(feature.aggregate());
    return new Witnesses.Lookup(
        plan.source(),
        plan.where(),
        plan.keys(),
        key,
        window(feature, time, watermark),
        aggregates.get(aggregate).plan());
  }

  /** What a feature covers; empty if the watermark lags by more than its window. */
  private Interval window(GroupPlan.Feature feature, long time, Long watermark) {
    long base = plan.ladder().sizes().get(0);
    long now = roundedDown(time, base);
    long hi = watermark == null ? now : Math.min(now, roundedDown(watermark, base));
    long end = feature.anchor() == Anchor.WATERMARK ? hi : now;
    long lo =
        feature.isEver()
            ? Interval.BEGINNING
            : roundedDown(end - feature.windowMicros(), feature.stepMicros());
    return new Interval(lo, openHead ? time + 1 : hi);
  }

  /** The greatest multiple of {@code unit} that is not above {@code time}. */
  private static long roundedDown(long time, long unit) {
    long beyond = time % unit;
    return time - (beyond < 0 ? beyond + unit : beyond);
  }
}
