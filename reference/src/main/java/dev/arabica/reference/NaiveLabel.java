package dev.arabica.reference;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.intake.Event;
import java.util.List;
import java.util.Map;

/** What followed a row: an aggregate over the events of a key in {@code [t, t + within)}. */
final class NaiveLabel {
  private final FeatureSetPlan.Label plan;
  private final NaiveAggregate aggregate;
  private final Map<List<Object>, KeyEvents> byKey;
  private final KeyEvents nothing;

  /**
   * @param events of the label's source or stream, without duplicates
   */
  NaiveLabel(FeatureSetPlan.Label plan, List<Event> events) {
    this.plan = plan;
    this.aggregate = new NaiveAggregate(plan.aggregate());
    List<NaiveAggregate> aggregates = List.of(aggregate);
    this.byKey = KeyEvents.byKey(events, plan.where(), plan.keyExprs(), aggregates);
    this.nothing = new KeyEvents(List.of(), aggregates);
  }

  Answer value(List<Object> key, long time) {
    Interval window = window(plan, time);
    Inputs inputs =
        new Inputs(byKey.getOrDefault(KeyValues.of(key), nothing).within(0, window), window.hi());
    if (inputs.isEmpty() && plan.defaultValue().isPresent()) {
      Object value = plan.defaultValue().get().value();
      return new Answer(FeatureValue.ok(Fitted.to(plan.type(), value)), true);
    }
    FeatureValue value = aggregate.over(inputs);
    Object fitted = Fitted.to(plan.type(), value.value());
    return new Answer(new FeatureValue(fitted, value.status()), inputs.isEmpty());
  }

  /** Exact to the microsecond: a label knows no blocks. */
  static Interval window(FeatureSetPlan.Label plan, long time) {
    return new Interval(time, time + plan.withinMicros());
  }
}
