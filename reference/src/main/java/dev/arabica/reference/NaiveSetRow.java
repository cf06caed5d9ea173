package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.type.Type;
import dev.arabica.intake.SpineRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a feature set for one row of a spine, each computed when it is asked for. */
final class NaiveSetRow {
  private final ReferenceEngine engine;
  private final FeatureSetPlan set;
  private final SpineRow row;
  private final Map<String, Answer> known = new HashMap<>();

  NaiveSetRow(ReferenceEngine engine, FeatureSetPlan set, SpineRow row) {
    this.engine = engine;
    this.set = set;
    this.row = row;
  }

  Answer column(String name) {
    Answer answer = known.get(name);
    if (answer == null) {
      answer = row.time() == null ? Answer.none(FeatureStatus.NO_TIME) : compute(name);
      known.put(name, answer);
    }
    return answer;
  }

  private Answer compute(String name) {
    for (Member member : set.members()) {
      for (int i = 0; i < member.outputs().size(); i++) {
        if (member.outputs().get(i).column().equals(name)) {
          return output(member, i);
        }
      }
    }
    for (Derived derived : set.derived()) {
      if (derived.name().equals(name)) {
        return DerivedValue.of(derived, this::column);
      }
    }
    for (Label label : set.labels()) {
      if (label.name().equals(name)) {
        return label(label);
      }
    }
    throw new UnknownNameException("column of `" + set.name() + "`", name, List.of());
  }

  private Answer output(Member member, int position) {
    Answer own = own(member, position);
    if (own.isEmpty() && member.fallback().isPresent()) {
      Fallback other = member.fallback().get();
      String coarser = other.features().get(position);
      Type type = new SetColumns(engine.plan(), set).own(member, member.outputs().get(position));
      own = fitted(type, read(other.kind(), other.from(), coarser, key(other.keys())));
    }
    return member.enrichments().isEmpty()
        ? own
        : new Enriched(engine, set, member, position).of(own);
  }

  /** What a member finds itself, before a fallback is asked and anything is added. */
  Answer own(Member member, int position) {
    String feature = member.outputs().get(position).feature();
    return read(member.kind(), member.group(), feature, key(member.keys()));
  }

  private static Answer fitted(Type type, Answer answer) {
    FeatureValue value = answer.value();
    Object fitted = Fitted.to(type, value.value());
    return new Answer(new FeatureValue(fitted, value.status()), answer.isEmpty());
  }

  /** One value of a group, a snapshot or the request. */
  Answer read(Kind kind, String from, String name, List<Object> key) {
    if (KeyValues.hasNull(key)) {
      return Answer.none(FeatureStatus.NULL_KEY);
    }
    return switch (kind) {
      case GROUP -> engine.answer(from, name, key, row.time(), row.watermark(from));
      case SNAPSHOT -> engine.snapshot(from).value(name, key, row.time());
      case REQUEST -> request(from, name);
    };
  }

  private Answer request(String from, String name) {
    for (ColumnPlan column : engine.plan().request(from).columns()) {
      if (column.name().equals(name)) {
        Object value = ColumnDefault.orValue(column, row.request().get(name));
        return new Answer(FeatureValue.ok(value), value == null);
      }
    }
    throw new UnknownNameException("column of `" + from + "`", name, List.of());
  }

  /** A column of a key is a key of the set, or a column of it. */
  List<Object> key(List<String> names) {
    List<Object> key = new ArrayList<>();
    for (String name : names) {
      int own = set.keyIndex(name);
      key.add(own >= 0 ? row.keys().get(own) : column(name).value().value());
    }
    return key;
  }

  private Answer label(Label label) {
    List<Object> key = key(label.keys());
    return KeyValues.hasNull(key)
        ? Answer.none(FeatureStatus.NULL_KEY)
        : engine.label(label).value(key, row.time());
  }
}
