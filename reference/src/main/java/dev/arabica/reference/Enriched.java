package dev.arabica.reference;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.FeatureSetPlan.Enrichment;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.FeatureSetPlan.Output;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The items of a list with what snapshots knew at each item's time. */
final class Enriched {
  private final ReferenceEngine engine;
  private final Member member;
  private final Type.StructType itemType;

  Enriched(ReferenceEngine engine, FeatureSetPlan set, Member member, int position) {
    this.engine = engine;
    this.member = member;
    Type list = new SetColumns(engine.plan(), set).own(member, member.outputs().get(position));
    this.itemType = (Type.StructType) ((Type.ListType) list).element();
  }

  Answer of(Answer own) {
    if (own.value().value() == null) {
      return own;
    }
    List<Object> items = new ArrayList<>();
    for (Object item : (List<?>) own.value().value()) {
      items.add(item == null ? null : item((List<?>) item));
    }
    List<Object> enriched = Collections.unmodifiableList(items);
    return new Answer(new FeatureValue(enriched, own.value().status()), own.isEmpty());
  }

  private List<Object> item(List<?> item) {
    List<Object> fields = new ArrayList<>(item);
    for (Enrichment enrichment : member.enrichments()) {
      Long time = (Long) item.get(itemType.indexOf(enrichment.itemTime()));
      List<Object> key = new ArrayList<>();
      enrichment.itemKeys().forEach(name -> key.add(item.get(itemType.indexOf(name))));
      for (Output field : enrichment.fields()) {
        fields.add(value(enrichment.snapshot(), field.feature(), key, time));
      }
    }
    return Collections.unmodifiableList(fields);
  }

  /** Null where the item does not say whose value, or of when. */
  private Object value(String snapshot, String column, List<Object> key, Long time) {
    return time == null || KeyValues.hasNull(key)
        ? null
        : engine.snapshot(snapshot).value(column, key, time).value().value();
  }
}
