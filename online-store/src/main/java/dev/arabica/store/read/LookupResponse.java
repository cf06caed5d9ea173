package dev.arabica.store.read;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a {@link LookupRequest}; what a forward log has to keep is all here.
 *
 * @param time that was asked for, microseconds since the epoch
 * @param readRevision the published revision that all of it was read at
 * @param groups the groups that were read, each with what holds for all entities
 * @param columns the features in the order asked for
 * @param entities in the order asked for
 */
public record LookupResponse(
    long time, long readRevision, List<Group> groups, List<Column> columns, List<Entity> entities) {

  public LookupResponse {
    groups = List.copyOf(groups);
    columns = List.copyOf(columns);
    entities = List.copyOf(entities);
  }

  /** The position of the named column, or -1. */
  public int columnIndex(String name) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** One feature; {@code group} is the position of its group in {@link #groups}. */
  public record Column(String name, Type type, int group) {}

  /**
   * One group in one role.
   *
   * @param alias the role in the feature set, the group's name where features were asked for
   * @param name of the group
   * @param featureWatermark the watermark that bounded the windows, microseconds; empty if none was
   *     ever published
   * @param staleness how far the watermark lags behind the request's time, microseconds, at least 0
   */
  public record Group(
      String alias, String name, OptionalLong featureWatermark, OptionalLong staleness) {}

  /** The features of one entity, by column, and what is known of it, by group. */
  public static final class Entity {
    private final List<Object> values;
    private final List<FeatureStatus> statuses;
    private final List<Boolean> found;
    private final List<Optional<String>> errors;

    Entity(
        List<Object> values,
        List<FeatureStatus> statuses,
        List<Boolean> found,
        List<Optional<String>> errors) {
      this.values = Collections.unmodifiableList(new ArrayList<>(values));
      this.statuses = List.copyOf(statuses);
      this.found = List.copyOf(found);
      this.errors = List.copyOf(errors);
    }

    /** Boxed as {@link Type} says, in the order of the columns; null has a status that says why. */
    public List<Object> values() {
      return values;
    }

    public Object value(int column) {
      return values.get(column);
    }

    public FeatureStatus status(int column) {
      return statuses.get(column);
    }

    /** Whether the store has any block of the entity in a group. */
    public boolean found(int group) {
      return found.get(group);
    }

    /** What went wrong with a group's blocks, whose features have status {@code CORRUPT}. */
    public Optional<String> error(int group) {
      return errors.get(group);
    }
  }
}
