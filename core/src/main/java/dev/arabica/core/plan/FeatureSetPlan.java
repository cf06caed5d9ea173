package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Optional;

/**
 * What a model reads: the keys of the request, and where every other key comes from. Its columns
 * are the outputs of the members in order, then what is derived, then, for training only, the
 * labels.
 *
 * @param derived over the columns of the members, by name
 */
public record FeatureSetPlan(
    String name,
    List<SetKey> keys,
    List<Member> members,
    List<Derived> derived,
    List<Label> labels) {
  public FeatureSetPlan {
    keys = List.copyOf(keys);
    members = List.copyOf(members);
    derived = List.copyOf(derived);
    labels = List.copyOf(labels);
  }

  /** A set that derives nothing and has no labels. */
  public FeatureSetPlan(String name, List<SetKey> keys, List<Member> members) {
    this(name, keys, members, List.of(), List.of());
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

  /** What a member reads. */
  public enum Kind {
    GROUP,
    SNAPSHOT,
    REQUEST
  }

  /**
   * A group, a snapshot or the request, read in one role.
   *
   * @param group the name of what is read
   * @param keys for each key column of it, what fills it: a set key, or a column of an earlier
   *     member
   * @param enrichments what is added to each struct of its one output, a list
   * @param fallback where a value is taken from if this member has none
   */
  public record Member(
      String alias,
      Kind kind,
      String group,
      List<String> keys,
      List<Output> outputs,
      List<Enrichment> enrichments,
      Optional<Fallback> fallback) {
    public Member {
      keys = List.copyOf(keys);
      outputs = List.copyOf(outputs);
      enrichments = List.copyOf(enrichments);
    }

    /** A group, read as it is. */
    public Member(String alias, String group, List<String> keys, List<Output> outputs) {
      this(alias, Kind.GROUP, group, keys, outputs, List.of(), Optional.empty());
    }
  }

  /** One feature of what is read, under the column name it has in the set's rows. */
  public record Output(String column, String feature) {}

  /**
   * Fields of a snapshot added to every struct of a list, as they were at the struct's time.
   *
   * @param itemKeys for each key of the snapshot, the field of the struct that fills it
   * @param itemTime the timestamp field of the struct
   * @param fields what is added; {@code column} is the new field's name
   */
  public record Enrichment(
      String snapshot, List<String> itemKeys, String itemTime, List<Output> fields) {
    public Enrichment {
      itemKeys = List.copyOf(itemKeys);
      fields = List.copyOf(fields);
    }
  }

  /**
   * Where each column is looked up that the member finds nothing for.
   *
   * @param features one for each output of the member
   */
  public record Fallback(Kind kind, String from, List<String> keys, List<String> features) {
    public Fallback {
      keys = List.copyOf(keys);
      features = List.copyOf(features);
    }
  }

  /**
   * What a model learns to foresee: an aggregate over the events of a key that follow the row, in
   * {@code [t, t + within)}.
   *
   * @param source a source or a stream
   * @param keyExprs over its row
   * @param keys for each of them, the set key or the column that it must equal
   */
  public record Label(
      String name,
      String source,
      Optional<Expr> where,
      List<Expr> keyExprs,
      List<String> keys,
      GroupPlan.Aggregate aggregate,
      long withinMicros,
      Optional<Expr.Literal> defaultValue,
      Type type) {
    public Label {
      keyExprs = List.copyOf(keyExprs);
      keys = List.copyOf(keys);
    }
  }
}
