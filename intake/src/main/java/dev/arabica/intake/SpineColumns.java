package dev.arabica.intake;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Names;
import dev.arabica.core.type.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * @param names the columns in their order
   * @param passThrough the types of columns that only pass through; string where it says nothing
   * @throws DataFileException if a column is there twice, has no name, is needed and not there, or
   *     is also a feature of the set
   */
  SpineColumns(FeatureSetPlan set, List<String> names, Map<String, Type> passThrough, Path path) {
    requireSound(set, names, path);
    this.keys = set.keys().stream().mapToInt(key -> names.indexOf(key.name())).toArray();
    this.time = names.indexOf(TIME);
    this.watermark = names.indexOf(WATERMARK);
    this.readRevision = names.indexOf(READ_REVISION);
    for (String name : names) {
      Type type = roleType(set, name);
      Type other = passThrough.getOrDefault(name, Type.STRING);
      fields.add(new Type.Field(name, type == null ? other : type, true));
    }
    for (FeatureSetPlan.Member member : set.members()) {
      int own = groupColumn(names, member.group());
      if (own >= 0) {
        groupWatermarks.put(member.group(), own);
      }
    }
  }

  List<Type.Field> fields() {
    return fields;
  }

  /** The type of a column that the set reads, or null for one that passes through. */
  static Type roleType(FeatureSetPlan set, String name) {
    int key = set.keyIndex(name);
    if (key >= 0) {
      return set.keys().get(key).type();
    }
    if (name.equals(READ_REVISION)) {
      return Type.INT64;
    }
    boolean isGroupWatermark =
        set.members().stream().anyMatch(member -> isWatermarkOf(name, member.group()));
    return name.equals(TIME) || name.equals(WATERMARK) || isGroupWatermark ? Type.TIMESTAMP : null;
  }

  SpineRow row(long index, Object[] values) {
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
        at(values, readRevision));
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

  private static void requireSound(FeatureSetPlan set, List<String> names, Path path) {
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (name == null || name.isEmpty()) {
        throw new DataFileException(path + ": column " + (i + 1) + " has no name");
      }
      if (names.indexOf(name) < i) {
        throw new DataFileException(path + ": column `" + name + "` is there twice");
      }
      if (isFeature(set, name)) {
        throw new DataFileException(
            path + ": column `" + name + "` is also a feature of `" + set.name() + "`");
      }
    }
    List<String> needed = new ArrayList<>();
    set.keys().forEach(key -> needed.add(key.name()));
    needed.add(TIME);
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

  private static boolean isFeature(FeatureSetPlan set, String name) {
    return set.members().stream()
        .flatMap(member -> member.outputs().stream())
        .anyMatch(output -> output.column().equals(name));
  }
}
