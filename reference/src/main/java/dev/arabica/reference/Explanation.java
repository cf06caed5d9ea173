package dev.arabica.reference;

import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.type.Type;
import dev.arabica.intake.RecordPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a value is what it is.
 *
 * @param name of the column of a set, or {@code group.feature}
 * @param origin what it was looked up in; none if it was made of other values
 * @param parts what it was made of: the values that an expression names, or what a member found and
 *     then its fallback
 */
public record Explanation(
    String name, Type type, FeatureValue value, Optional<Origin> origin, List<Explanation> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /**
   * The same for a key that a feature set filled.
   *
   * @param columns for each column of the key, the one of the set that gave it, or none
   */
  Explanation keyed(List<Optional<String>> columns) {
    List<Explanation> keyedParts = parts.stream().map(part -> part.keyed(columns)).toList();
    return new Explanation(
        name, type, value, origin.map(where -> keyed(where, columns)), keyedParts);
  }

  private static Origin keyed(Origin origin, List<Optional<String>> columns) {
    List<KeyColumn> key = new ArrayList<>();
    for (int i = 0; i < origin.key().size(); i++) {
      KeyColumn column = origin.key().get(i);
      key.add(new KeyColumn(column.name(), column.type(), column.value(), columns.get(i)));
    }
    return origin.withKey(key);
  }

  /**
   * Where a value was looked up, and for whom.
   *
   * @param kind of a label too {@code GROUP}: its events are found by key and time
   * @param name the group, snapshot or request; of a label its source or stream
   * @param window what was looked at; none if the kind has none, or the key is null
   * @param rows all that were given, with what became of each, in their order; none if the key is
   *     null
   */
  public record Origin(
      Kind kind, String name, List<KeyColumn> key, Optional<Interval> window, List<Witness> rows) {
    public Origin {
      key = List.copyOf(key);
      rows = List.copyOf(rows);
    }

    Origin withKey(List<KeyColumn> columns) {
      return new Origin(kind, name, columns, window, rows);
    }
  }

  /**
   * One column of a key.
   *
   * @param value boxed, or null
   * @param from the column of the set that gave the value; none if it is a key of what was asked
   */
  public record KeyColumn(String name, Type type, Object value, Optional<String> from) {}

  /**
   * A row that was looked at.
   *
   * @param table the source or snapshot that it was given to
   * @param time of the event; of a snapshot since when the row is valid; microseconds since the
   *     epoch
   */
  public record Witness(String table, RecordPosition position, long time, Verdict verdict) {}
}
