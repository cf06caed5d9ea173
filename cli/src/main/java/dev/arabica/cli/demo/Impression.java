package dev.arabica.cli.demo;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.type.Row;
import dev.arabica.intake.Event;
import dev.arabica.store.read.LookupResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One lookup that was served, with what a forward log keeps of it: keys, time, watermark of each
 * group, read revision, and the values as JSON.
 */
record Impression(
    List<Object> keys,
    long time,
    Map<String, Long> watermarks,
    long readRevision,
    List<String> values) {

  static Impression of(List<Object> keys, LookupResponse response) {
    Map<String, Long> watermarks = new LinkedHashMap<>();
    response
        .groups()
        .forEach(group -> watermarks.put(group.name(), group.featureWatermark().orElseThrow()));
    List<String> values = new ArrayList<>();
    for (int i = 0; i < response.columns().size(); i++) {
      values.add(
          dev.arabica.core.type.ValueJson.toJson(
              response.columns().get(i).type(), response.entities().get(0).value(i)));
    }
    return new Impression(keys, response.time(), watermarks, response.readRevision(), values);
  }

  /** The set's keys as an event's row has them, if it has them all. */
  static Optional<List<Object>> keysOf(FeatureSetPlan set, Event event) {
    Row row = event.row();
    List<Object> keys = new ArrayList<>();
    for (FeatureSetPlan.SetKey key : set.keys()) {
      int column = row.type().indexOf(key.name());
      if (column < 0 || row.isNull(column) || !row.type().type(column).equals(key.type())) {
        return Optional.empty();
      }
      keys.add(row.getValue(column));
    }
    return Optional.of(keys);
  }
}
