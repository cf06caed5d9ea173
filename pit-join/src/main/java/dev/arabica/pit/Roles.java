package dev.arabica.pit;

import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A feature set resolved against its plan: what is read for a row, in the order of its columns. */
final class Roles {
  private final FeatureSetPlan set;
  private final List<Role> roles = new ArrayList<>();
  private final List<GroupPlan> groups = new ArrayList<>();
  private final List<String> packIds;

  private Roles(Plan plan, FeatureSetPlan set) {
    this.set = set;
    for (FeatureSetPlan.Member member : set.members()) {
      GroupPlan group = plan.group(member.group());
      if (!groups.contains(group)) {
        groups.add(group);
      }
      roles.add(role(member, group));
    }
    TreeSet<String> ids = new TreeSet<>();
    roles.forEach(role -> ids.addAll(role.packIds()));
    packIds = List.copyOf(ids);
  }

  /**
   * @throws dev.arabica.core.plan.UnknownNameException if the plan has no such feature set
   */
  static Roles of(Plan plan, String featureSet) {
    return new Roles(plan, plan.featureSet(featureSet));
  }

  /**
   * One group read under one of the set's keys.
   *
   * @param group position among {@link #groups}
   * @param keyPositions for each key column of the group, the position of the set key that fills it
   */
  record Role(
      GroupPlan plan,
      int group,
      int[] keyPositions,
      List<String> features,
      List<Type.Field> columns) {

    /** The group's canonical key bytes, or null if a column of the key is null. */
    byte[] key(List<Object> setKeys) {
      List<Object> values = new ArrayList<>(keyPositions.length);
      for (int position : keyPositions) {
        if (setKeys.get(position) == null) {
          return null;
        }
        values.add(setKeys.get(position));
      }
      return KeyCodec.encode(plan.keyTypes(), values);
    }

    List<GroupPlan.Feature> featurePlans() {
      return features.stream().map(name -> plan.features().get(plan.featureIndex(name))).toList();
    }

    List<String> packIds() {
      return featurePlans().stream().map(f -> plan.packs().get(f.pack()).id()).toList();
    }
  }

  FeatureSetPlan set() {
    return set;
  }

  List<Role> roles() {
    return roles;
  }

  /** The distinct groups that the roles read. */
  List<GroupPlan> groups() {
    return groups;
  }

  List<Role> rolesOf(GroupPlan group) {
    return roles.stream().filter(role -> role.plan().equals(group)).toList();
  }

  /** The distinct packs that the roles read, sorted. */
  List<String> packIds() {
    return packIds;
  }

  /** The source of a pack: it is part of what names the pack. */
  String sourceOf(String packId) {
    return roles.stream()
        .filter(role -> role.packIds().contains(packId))
        .map(role -> role.plan().source())
        .findFirst()
        .orElseThrow();
  }

  /** The feature columns of all roles, in order. */
  List<Type.Field> columns() {
    return roles.stream().flatMap(role -> role.columns().stream()).toList();
  }

  private Role role(FeatureSetPlan.Member member, GroupPlan group) {
    int[] positions = member.keys().stream().mapToInt(set::keyIndex).toArray();
    List<String> features = member.outputs().stream().map(FeatureSetPlan.Output::feature).toList();
    List<Type.Field> columns = new ArrayList<>();
    for (FeatureSetPlan.Output output : member.outputs()) {
      Type type = group.features().get(group.featureIndex(output.feature())).type();
      columns.add(new Type.Field(output.column(), type, true));
    }
    return new Role(group, groups.indexOf(group), positions, features, columns);
  }
}
