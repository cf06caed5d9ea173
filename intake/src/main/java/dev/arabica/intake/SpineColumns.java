package dev.arabica.intake;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Names;
import dev.arabica.core.type.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each column of a spine is for, and so of which type. */
final class SpineColumns {
  static final String TIME = "event_ts";
  static final String WATERMARK = "feature_watermark";
  static final String READ_REVISION = "read_revision";

  private final List<Type.Field> fields = new ArrayList<>();
  private final int[] keys;
  private final int time;
  private final int watermark;
  private final int readRevision;
  private final Map<String, Integer> groupWatermarks = new HashMap<>();
  private final SpineNeeds needs;
  private final Map<String, Integer> request = new LinkedHashMap<>();

  /**
   * @param names the columns in their order
   * @param passThrough the types of columns that only pass through; string where it says nothing
   * @throws DataFileException if a column is there twice, has no name, is needed and not there, or
   *     is also a feature of the set
   */
  SpineColumns(SpineNeeds needs, List<String> names, Map<String, Type> passThrough, Path path) {
    requireSound(needs, names, path);
    FeatureSetPlan set = needs.set();
    this.needs = needs;
    this.keys = set.keys().stream().mapToInt(key -> names.indexOf(key.name())).toArray();
    this.time = names.indexOf(TIME);
    this.watermark = names.indexOf(WATERMARK);
    this.readRevision = names.indexOf(READ_REVISION);
    for (String name : names) {
      Type type = roleType(needs, name);
      Type other = passThrough.getOrDefault(name, Type.STRING);
      fields.add(new Type.Field(name, type == null ? other : type, true));
    }
    for (String group : groups(set)) {
      int own = groupColumn(names, group);
      if (own >= 0) {
        groupWatermarks.put(group, own);
      }
    }
    for (String column : needs.request().keySet()) {
      if (names.contains(column)) {
        request.put(column, names.indexOf(column));
      }
    }
  }

  List<Type.Field> fields() {
    return fields;
  }

  /** The type of a column that the set reads, or null for one that passes through. */
  static Type roleType(SpineNeeds needs, String name) {
    FeatureSetPlan set = needs.set();
    int key = set.keyIndex(name);
    if (key >= 0) {
      return set.keys().get(key).type();
    }
    if (name.equals(READ_REVISION)) {
      return Type.INT64;
    }
    boolean isGroupWatermark = groups(set).stream().anyMatch(group -> isWatermarkOf(name, group));
    return name.equals(TIME) || name.equals(WATERMARK) || isGroupWatermark
        ? Type.TIMESTAMP
        : needs.requestType(name);
  }

  /** The groups that the set reads, at once or where it falls back. */
  private static Set<String> groups(FeatureSetPlan set) {
    Set<String> groups = new LinkedHashSet<>();
    for (FeatureSetPlan.Member member : set.members()) {
      if (member.kind() == FeatureSetPlan.Kind.GROUP) {
        groups.add(member.group());
      }
      member
          .fallback()
          .filter(fallback -> fallback.kind() == FeatureSetPlan.Kind.GROUP)
          .ifPresent(fallback -> groups.add(fallback.from()));
    }
    return groups;
  }

  SpineRow row(long index, Object[] values) throws Rejection {
    List<Object> keyValues = new ArrayList<>(keys.length);
    for (int key : keys) {
      keyValues.add(values[key]);
    }
    return new SpineRow(
        index,
        Collections.unmodifiableList(java.util.Arrays.asList(values)),
        Collections.unmodifiableList(keyValues),
        (Long) values[time],
        at(values, watermark),
        groupWatermarks(values),
        at(values, readRevision),
        request(values));
  }

  private Map<String, Object> request(Object[] values) throws Rejection {
    Map<String, Object> found = new HashMap<>();
    for (Map.Entry<String, Integer> column : request.entrySet()) {
      Object value = values[column.getValue()];
      ColumnPlan plan = needs.request().get(column.getKey());
      if (value != null) {
        found.put(column.getKey(), value);
      } else if (!plan.nullable() && needs.isRequired(plan)) {
        throw Rejection.missing(column.getKey());
      }
    }
    return found;
  }

  private Map<String, Long> groupWatermarks(Object[] values) {
    if (groupWatermarks.isEmpty()) {
      return Map.of();
    }
    Map<String, Long> watermarks = new HashMap<>();
    groupWatermarks.forEach(
        (group, column) -> {
          if (values[column] != null) {
            watermarks.put(group, (Long) values[column]);
          }
        });
    return watermarks;
  }

  private static Long at(Object[] values, int column) {
    return column < 0 ? null : (Long) values[column];
  }

  private static int groupColumn(List<String> names, String group) {
    for (int i = 0; i < names.size(); i++) {
      if (isWatermarkOf(names.get(i), group)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isWatermarkOf(String column, String group) {
    return column.startsWith(WATERMARK + ".")
        && Names.matches(group, column.substring(WATERMARK.length() + 1));
  }

  private static void requireSound(SpineNeeds needs, List<String> names, Path path) {
    FeatureSetPlan set = needs.set();
    Set<String> added = needs.added();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name == null || name.isEmpty()) {
        throw new DataFileException(path + ": column " + (i + 1) + " has no name");
      }
      if (names.indexOf(name) < i) {
        throw new DataFileException(path + ": column `" + name + "` is there twice");
      }
      if (added.contains(name)) {
        throw new DataFileException(
            path + ": column `" + name + "` is also a feature of `" + set.name() + "`");
      }
    }
    List<String> needed = new ArrayList<>();
    set.keys().forEach(key -> needed.add(key.name()));
    needed.add(TIME);
    needs.request().values().stream()
        .filter(needs::isRequired)
        .map(ColumnPlan::name)
        .forEach(needed::add);
    needed.removeAll(names);
    if (!needed.isEmpty()) {
      throw new DataFileException(
          path
              + ": no column `"
              + String.join("`, `", needed)
              + "`, which a spine of `"
              + set.name()
              + "` needs; the file has "
              + names);
    }
  }
}
