package dev.arabica.core.plan;

import dev.arabica.core.type.Type;
import java.util.List;

/** What a model reads: the keys of the request, and where every group's key comes from. */
public record FeatureSetPlan(String name, List<SetKey> keys, List<Member> members) {
  public FeatureSetPlan {
    keys = List.copyOf(keys);
    members = List.copyOf(members);
  }

  /** The position of the named key, or -1. */
  public int keyIndex(String key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).name().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** A key that the request brings. */
  public record SetKey(String name, Type type) {}

  /**
   * A group read in one role.
   *
   * @param keys for each key column of the group, the set key that fills it
   */
  public record Member(String alias, String group, List<String> keys, List<Output> outputs) {
    public Member {
      keys = List.copyOf(keys);
      outputs = List.copyOf(outputs);
    }
  }

  /** One feature of the group under the column name it has in the set's rows. */
  public record Output(String column, String feature) {}
}
