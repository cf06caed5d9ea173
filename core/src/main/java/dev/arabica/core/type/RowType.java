package dev.arabica.core.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a {@link Row}: names are unique, order is fixed. */
public final class RowType {
  private final List<Type.Field> fields;
  private final Map<String, Integer> positions = new HashMap<>();

  public RowType(List<Type.Field> fields) {
    this.fields = List.copyOf(fields);
    for (int i = 0; i < fields.size(); i++) {
      if (positions.put(fields.get(i).name(), i) != null) {
        throw new IllegalArgumentException("column `" + fields.get(i).name() + "` appears twice");
      }
    }
  }

  public List<Type.Field> fields() {
    return fields;
  }

  public int size() {
    return fields.size();
  }

  public Type type(int column) {
    return fields.get(column).type();
  }

  public String name(int column) {
    return fields.get(column).name();
  }

  /** The position of the named column, or -1. */
  public int indexOf(String name) {
    return positions.getOrDefault(name, -1);
  }

  /**
   * The position of the named column.
   *
   * @throws IllegalArgumentException naming the column that does not exist
   */
  public int require(String name) {
    Integer position = positions.get(name);
    if (position == null) {
      throw new IllegalArgumentException("no column `" + name + "` among " + positions.keySet());
    }
    return position;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowType that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return new Type.StructType(fields).toString();
  }
}
