package dev.arabica.store.read;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A selection resolved against the plan: the keys to bring, the groups to read, the columns. */
final class ReadPlan {
  /** The keys that a request brings, with their types. */
  final Map<String, Type> keys;

  final List<Member> members;
  final List<Column> columns;

  private ReadPlan(Map<String, Type> keys, List<Member> members, List<Column> columns) {
    this.keys = keys;
    this.members = List.copyOf(members);
    this.columns = List.copyOf(columns);
  }

  /** One feature: {@code position} among those of the member. */
  record Column(String name, Type type, int member, int position) {}

  /** A group read in one role; {@code keys} are the request's names of its key columns. */
  record Member(
      String alias, GroupPlan group, List<String> keys, List<String> features, ReaderPool readers) {
    int position(String feature) {
      group.featureIndex(feature);
      if (!features.contains(feature)) {
        features.add(feature);
      }
      return features.indexOf(feature);
    }
  }

  /**
   * @throws LookupException naming what the plan does not have
   */
  static ReadPlan of(Plan plan, LookupRequest.Selection selection) {
    return selection instanceof LookupRequest.FeatureSet set
        ? ofSet(plan, set.name())
        : ofFeatures(plan, ((LookupRequest.Features) selection).names());
  }

  private static ReadPlan ofSet(Plan plan, String name) {
    FeatureSetPlan set;
    try {
      set = plan.featureSet(name);
    } catch (UnknownNameException e) {
      throw new LookupException(LookupException.Kind.UNKNOWN_FEATURE_SET, e);
    }
    Map<String, Type> keys = new LinkedHashMap<>();
    set.keys().forEach(key -> keys.put(key.name(), key.type()));
    List<Member> members = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (FeatureSetPlan.Member part : set.members()) {
      GroupPlan group = plan.group(part.group());
      Member member = member(part.alias(), group, part.keys());
      for (FeatureSetPlan.Output output : part.outputs()) {
        columns.add(column(output.column(), member, members.size(), output.feature()));
      }
      members.add(member);
    }
    return new ReadPlan(keys, members, columns);
  }

  private static ReadPlan ofFeatures(Plan plan, List<String> names) {
    if (names.isEmpty()) {
      throw new LookupException(LookupException.Kind.NOTHING_ASKED, "no feature is asked for");
    }
    Map<String, Integer> positions = new LinkedHashMap<>();
    List<Member> members = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        throw new LookupException(
            LookupException.Kind.UNKNOWN_FEATURE,
            "`" + name + "` names no feature; write `group.feature`");
      }
      try {
        GroupPlan group = plan.group(name.substring(0, dot));
        int at = positions.computeIfAbsent(group.name(), g -> members.size());
        if (at == members.size()) {
          members.add(
              member(group.name(), group, group.keys().stream().map(GroupPlan.Key::name).toList()));
        }
        columns.add(column(name, members.get(at), at, name.substring(dot + 1)));
      } catch (UnknownNameException e) {
        throw new LookupException(LookupException.Kind.UNKNOWN_FEATURE, e);
      }
    }
    return new ReadPlan(keysOf(members), members, columns);
  }

  private static Member member(String alias, GroupPlan group, List<String> keys) {
    return new Member(alias, group, keys, new ArrayList<>(), new ReaderPool());
  }

  private static Column column(String name, Member member, int at, String feature) {
    int position = member.position(feature);
    Type type = member.group.features().get(member.group.featureIndex(feature)).type();
    return new Column(name, type, at, position);
  }

  private static Map<String, Type> keysOf(List<Member> members) {
    Map<String, Type> keys = new LinkedHashMap<>();
    for (Member member : members) {
      for (GroupPlan.Key key : member.group.keys()) {
        Type before = keys.putIfAbsent(key.name(), key.expr().type());
        if (before != null && !before.equals(key.expr().type())) {
          throw new LookupException(
              LookupException.Kind.WRONG_KEY_TYPE,
              "key `"
                  + key.name()
                  + "` is of type "
                  + key.expr().type()
                  + " in `"
                  + member.alias
                  + "` and of type "
                  + before
                  + " in another group; ask for them apart");
        }
      }
    }
    return keys;
  }
}
