package dev.arabica.intake;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.type.Type;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a feature set reads of a spine, and what it gives.
 *
 * @param request the columns of the request that it reads, by name
 */
record SpineNeeds(FeatureSetPlan set, Map<String, ColumnPlan> request) {

  /** Of a set that reads no request. */
  static SpineNeeds of(FeatureSetPlan set) {
    return new SpineNeeds(set, Map.of());
  }

  /**
   * @throws DataFileException if columns of two requests have one name and not one type
   */
  static SpineNeeds of(Plan plan, FeatureSetPlan set) {
    Map<String, ColumnPlan> columns = new LinkedHashMap<>();
    for (FeatureSetPlan.Member member : set.members()) {
      if (member.kind() == FeatureSetPlan.Kind.REQUEST) {
        for (ColumnPlan column : plan.request(member.group()).columns()) {
          if (member.outputs().stream().anyMatch(o -> o.feature().equals(column.name()))) {
            add(set, columns, column);
          }
        }
      }
    }
    return new SpineNeeds(set, columns);
  }

  private static void add(FeatureSetPlan set, Map<String, ColumnPlan> columns, ColumnPlan column) {
    ColumnPlan other = columns.put(column.name(), column);
    if (other != null && !other.type().equals(column.type())) {
      throw new DataFileException(
          "feature set `"
              + set.name()
              + "` reads two requests whose column `"
              + column.name()
              + "` is not of one type: no spine can have both");
    }
  }

  /** The type of a request's column, or null if the set reads none of this name. */
  Type requestType(String name) {
    return request.containsKey(name) ? request.get(name).type() : null;
  }

  /** Whether a spine must have the column: one with a default may be left out. */
  boolean isRequired(ColumnPlan column) {
    return column.defaultValue().isEmpty();
  }

  /** The columns that the set adds to a spine; one that only repeats the request's is none. */
  Set<String> added() {
    Set<String> names = new LinkedHashSet<>();
    for (FeatureSetPlan.Member member : set.members()) {
      for (FeatureSetPlan.Output output : member.outputs()) {
        boolean repeated =
            member.kind() == FeatureSetPlan.Kind.REQUEST
                && output.column().equals(output.feature());
        if (!repeated) {
          names.add(output.column());
        }
      }
    }
    set.derived().stream().map(Derived::name).forEach(names::add);
    set.labels().stream().map(FeatureSetPlan.Label::name).forEach(names::add);
    return names;
  }
}
