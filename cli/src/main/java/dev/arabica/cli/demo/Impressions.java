package dev.arabica.cli.demo;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.intake.RowFileWriter;
import dev.arabica.intake.Spine;
import dev.arabica.intake.SpineRow;
import dev.arabica.reference.FeatureValue;
import dev.arabica.reference.ReferenceEngine;
import dev.arabica.store.read.FeatureReader;
import dev.arabica.store.read.LookupRequest;
import dev.arabica.store.read.LookupResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lookups of a demo, kept as impressions to build training sets on. */
final class Impressions {
  private final Plan plan;
  private final FeatureSetPlan set;
  private final FeatureReader reader;
  private final List<Impression> impressions = new ArrayList<>();

  Impressions(Plan plan, FeatureSetPlan set, FeatureReader reader) {
    this.plan = plan;
    this.set = set;
    this.reader = reader;
  }

  /** Looks an entity up and keeps what was served, unless a group has no watermark yet. */
  void lookUp(List<Object> keys, long time) {
    LookupResponse response = reader.lookup(request(keys, time));
    if (response.groups().stream().allMatch(group -> group.featureWatermark().isPresent())) {
      impressions.add(Impression.of(keys, response));
    }
  }

  LookupRequest request(List<Object> keys, long time) {
    Map<String, Object> byName = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      byName.put(set.keys().get(i).name(), keys.get(i));
    }
    return LookupRequest.ofSet(set.name(), byName).at(time);
  }

  int size() {
    return impressions.size();
  }

  /** What was served, row by row, as JSON. */
  List<List<String>> values() {
    return impressions.stream().map(Impression::values).toList();
  }

  /** The columns of the set's features, in the order of the values. */
  List<Type.Field> columns() {
    return ReferenceEngine.columns(plan, set);
  }

  /** Writes the impressions as the spine of a training set. */
  void writeSpine(Path file) {
    List<Type.Field> columns = new ArrayList<>();
    columns.add(new Type.Field("impression", Type.INT64, false));
    set.keys().forEach(key -> columns.add(new Type.Field(key.name(), key.type(), true)));
    columns.add(new Type.Field("event_ts", Type.TIMESTAMP, false));
    columns.add(new Type.Field("read_revision", Type.INT64, false));
    List<String> groups =
        set.members().stream().map(FeatureSetPlan.Member::group).distinct().toList();
    groups.forEach(
        group -> columns.add(new Type.Field("feature_watermark." + group, Type.TIMESTAMP, true)));
    try (RowFileWriter out = new RowFileWriter(file, columns)) {
      for (int i = 0; i < impressions.size(); i++) {
        out.write(spineRow(i, impressions.get(i), groups));
      }
    }
  }

  private static List<Object> spineRow(int index, Impression impression, List<String> groups) {
    List<Object> row = new ArrayList<>();
    row.add((long) index);
    row.addAll(impression.keys());
    row.add(impression.time());
    row.add(impression.readRevision());
    groups.forEach(group -> row.add(impression.watermarks().get(group)));
    return row;
  }

  /** What the reference engine says of every row of a spine, as JSON. */
  List<List<String>> judge(ReferenceEngine judge, Path spine) {
    List<List<String>> values = new ArrayList<>();
    List<Type.Field> columns = columns();
    try (Spine rows = Spine.open(set, spine)) {
      while (rows.hasNext()) {
        values.add(json(columns, judge.values(set, rows.next())));
      }
    }
    return values;
  }

  /** What the reference engine says of one entity at a time and a watermark for each group. */
  List<String> judge(ReferenceEngine judge, Impression impression) {
    SpineRow row =
        new SpineRow(
            0,
            List.of(),
            impression.keys(),
            impression.time(),
            null,
            impression.watermarks(),
            null);
    return json(columns(), judge.values(set, row));
  }

  private static List<String> json(List<Type.Field> columns, List<FeatureValue> values) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      texts.add(
          dev.arabica.core.type.ValueJson.toJson(columns.get(i).type(), values.get(i).value()));
    }
    return texts;
  }

  /** A lookup now, not kept. */
  Impression fresh(List<Object> keys, long time) {
    return Impression.of(keys, reader.lookup(request(keys, time)));
  }

  /** For messages. */
  String describe(int row) {
    Impression impression = impressions.get(row);
    return set.name() + impression.keys() + " at " + Instants.pretty(impression.time());
  }
}
