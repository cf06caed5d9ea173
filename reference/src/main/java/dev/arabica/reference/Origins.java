package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.SetKey;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.reference.Explanation.KeyColumn;
import dev.arabica.reference.Explanation.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where values are looked up, with the rows behind them. */
final class Origins {
  private final ReferenceEngine engine;
  private final Witnesses witnesses;

  Origins(ReferenceEngine engine) {
    this.engine = engine;
    this.witnesses = new Witnesses(engine.plan(), engine.streams());
  }

  Origin ofFeature(GroupPlan group, String feature, List<Object> key, long time, Long watermark) {
    List<KeyColumn> columns = columns(group.keys(), key);
    if (KeyValues.hasNull(key)) {
      return new Origin(Kind.GROUP, group.name(), columns, Optional.empty(), List.of());
    }
    Witnesses.Lookup lookup =
        engine
            .group(group.name())
            .lookup(
                group.features().get(group.featureIndex(feature)),
                key,
                time,
                ReferenceEngine.known(watermark));
    return new Origin(
        Kind.GROUP, group.name(), columns, Optional.of(lookup.window()), witnesses.of(lookup));
  }

  Origin ofSnapshot(SnapshotPlan snapshot, List<Object> key, long time) {
    List<KeyColumn> columns = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      SetKey column = snapshot.keys().get(i);
      columns.add(new KeyColumn(column.name(), column.type(), key.get(i), Optional.empty()));
    }
    return new Origin(
        Kind.SNAPSHOT,
        snapshot.name(),
        columns,
        Optional.empty(),
        KeyValues.hasNull(key) ? List.of() : engine.snapshot(snapshot.name()).witnesses(key, time));
  }

  Origin ofRequest(String request) {
    return new Origin(Kind.REQUEST, request, List.of(), Optional.empty(), List.of());
  }

  Origin ofLabel(Label label, List<Object> key, long time) {
    List<GroupPlan.Key> keys = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      Expr expr = label.keyExprs().get(i);
      String name = expr instanceof Expr.Column column ? column.name() : label.keys().get(i);
      keys.add(new GroupPlan.Key(name, expr));
    }
    Interval window = NaiveLabel.window(label, time);
    Witnesses.Lookup lookup =
        new Witnesses.Lookup(label.source(), label.where(), keys, key, window, label.aggregate());
    return new Origin(
        Kind.GROUP,
        label.source(),
        columns(keys, key),
        Optional.of(window),
        KeyValues.hasNull(key) ? List.of() : witnesses.of(lookup));
  }

  private static List<KeyColumn> columns(List<GroupPlan.Key> keys, List<Object> values) {
    List<KeyColumn> columns = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      GroupPlan.Key key = keys.get(i);
      columns.add(new KeyColumn(key.name(), key.expr().type(), values.get(i), Optional.empty()));
    }
    return columns;
  }
}
