package dev.arabica.reference;

import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.FeatureSetPlan.Output;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.intake.SpineRow;
import java.util.List;
import java.util.Optional;

/** Says what the columns of a feature set were made of for one row. */
final class SetExplainer {
  private final Explainer groups;
  private final ReferenceEngine engine;
  private final FeatureSetPlan set;
  private final SpineRow row;
  private final Origins origins;
  private final NaiveSetRow values;

  SetExplainer(Explainer groups, ReferenceEngine engine, FeatureSetPlan set, SpineRow row) {
    this.groups = groups;
    this.engine = engine;
    this.set = set;
    this.row = row;
    this.origins = new Origins(engine);
    this.values = new NaiveSetRow(engine, set, row);
  }

  Explanation explain(String column) {
    for (Member member : set.members()) {
      for (int i = 0; i < member.outputs().size(); i++) {
        if (member.outputs().get(i).column().equals(column)) {
          return output(member, i);
        }
      }
    }
    for (Label label : set.labels()) {
      if (label.name().equals(column)) {
        return label(label);
      }
    }
    Derived derived = Explainer.derived(set.derived(), column).orElseThrow();
    return new Explanation(
        column,
        derived.expr().type(),
        values.column(column).value(),
        Optional.empty(),
        Explainer.parts(Optional.of(derived), this::explain));
  }

  private Explanation label(Label label) {
    return new Explanation(
        label.name(),
        label.type(),
        values.column(label.name()).value(),
        Optional.of(origins.ofLabel(label, values.key(label.keys()), row.time())),
        List.of());
  }

  /** What a member found, or that and what its fallback did. */
  private Explanation output(Member member, int position) {
    Output output = member.outputs().get(position);
    Explanation own = read(member.kind(), member.group(), output.feature(), member.keys());
    boolean fellBack = member.fallback().isPresent() && values.own(member, position).isEmpty();
    return new Explanation(
        output.column(),
        new SetColumns(engine.plan(), set).type(member, output),
        values.column(output.column()).value(),
        fellBack ? Optional.empty() : own.origin(),
        fellBack ? List.of(own, fallback(member.fallback().get(), position)) : own.parts());
  }

  private Explanation fallback(Fallback fallback, int position) {
    return read(
        fallback.kind(), fallback.from(), fallback.features().get(position), fallback.keys());
  }

  private Explanation read(Kind kind, String from, String name, List<String> keys) {
    List<Object> key = values.key(keys);
    Explanation found =
        switch (kind) {
          case GROUP -> groups.explain(from, name, key, row.time(), row.watermark(from));
          case SNAPSHOT -> snapshot(engine.plan().snapshot(from), name, key);
          case REQUEST -> request(engine.plan().request(from), name);
        };
    return found.keyed(
        keys.stream().map(one -> Optional.of(one).filter(k -> set.keyIndex(k) < 0)).toList());
  }

  private Explanation snapshot(SnapshotPlan snapshot, String name, List<Object> key) {
    return new Explanation(
        snapshot.name() + "." + name,
        SetColumns.ofColumn(snapshot.columns(), name),
        values.read(Kind.SNAPSHOT, snapshot.name(), name, key).value(),
        Optional.of(origins.ofSnapshot(snapshot, key, row.time())),
        List.of());
  }

  private Explanation request(RequestPlan request, String name) {
    return new Explanation(
        request.name() + "." + name,
        SetColumns.ofColumn(request.columns(), name),
        values.read(Kind.REQUEST, request.name(), name, List.of()).value(),
        Optional.of(origins.ofRequest(request.name())),
        List.of());
  }
}
