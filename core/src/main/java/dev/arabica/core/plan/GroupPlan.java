package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The features of one key over one source.
 *
 * @param where the filter of the view and of the group, if any
 * @param packs aggregates that are stored together, one representation column each
 * @param head whether the block that still grows is read too
 * @param derived values computed from the finished features
 */
public record GroupPlan(
    String name,
    String source,
    List<Key> keys,
    Optional<Expr> where,
    Ladder ladder,
    List<Pack> packs,
    List<Feature> features,
    Head head,
    Serving serving,
    List<Derived> derived) {

  public GroupPlan {
    keys = List.copyOf(keys);
    packs = List.copyOf(packs);
    features = List.copyOf(features);
    derived = List.copyOf(derived);
  }

  /** A group of closed blocks, served on read, that derives nothing. */
  public GroupPlan(
      String name,
      String source,
      List<Key> keys,
      Optional<Expr> where,
      Ladder ladder,
      List<Pack> packs,
      List<Feature> features) {
    this(
        name,
        source,
        keys,
        where,
        ladder,
        packs,
        features,
        Head.CLOSED,
        Serving.ON_READ,
        List.of());
  }

  public List<Type> keyTypes() {
    return keys.stream().map(key -> key.expr().type()).toList();
  }

  /** Which events it takes, and what it tells them apart by. */
  public Keying keying() {
    return new Keying(keys.stream().map(Key::expr).toList(), where);
  }

  /** The same group with its aggregates stored in another way. */
  GroupPlan with(List<Pack> otherPacks, List<Feature> otherFeatures) {
    return new GroupPlan(
        name, source, keys, where, ladder, otherPacks, otherFeatures, head, serving, derived);
  }

  /** The aggregate of a feature. */
  public Aggregate aggregate(Feature feature) {
    return packs.get(feature.pack()).aggregates().get(feature.aggregate());
  }

  /** The position of the named feature among {@link #features}. */
  public int featureIndex(String feature) {
    for (int i = 0; i < features.size(); i++) {
      if (features.get(i).name().equals(feature)) {
        return i;
      }
    }
    throw new UnknownNameException(
        "feature of `" + Names.shortName(name) + "`",
        feature,
        features.stream().map(Feature::name).toList());
  }

  /** Which blocks a window may hold: those that have ended, or the growing one too. */
  public enum Head {
    CLOSED,
    OPEN
  }

  /**
   * When features are put together from blocks.
   *
   * @param everyMicros how often assembled values are renewed; 0 on read
   */
  public record Serving(Mode mode, long everyMicros) {
    public static final Serving ON_READ = new Serving(Mode.ON_READ, 0);

    /** At every request, or ahead of them at watermark edges. */
    public enum Mode {
      ON_READ,
      ASSEMBLED
    }
  }

  /** A key and a filter; groups of one source that agree in it take the same events. */
  public record Keying(List<Expr> keys, Optional<Expr> where) {}

  /** One column of the key. */
  public record Key(String name, Expr expr) {}

  /** Aggregates introduced together; {@code id} is derived from their identities. */
  public record Pack(String id, List<Aggregate> aggregates) {
    public Pack {
      aggregates = List.copyOf(aggregates);
    }
  }

  /**
   * One stored aggregate.
   *
   * @param id its identity: a hash of everything that can change its reps
   * @param name as written in the spec; not part of the identity
   * @param function the name of an {@link dev.arabica.core.agg.AggregateFunction}
   * @param codecVersion in which version of its bytes it is stored
   * @param by what the input is ordered, told apart or grouped by, for functions that take it
   * @param where a filter beyond the group's
   * @param parameters of the function by name, such as {@code n}: a {@code Long} (whole numbers,
   *     and durations in microseconds), a {@code Double} or a {@code List<Double>}
   */
  public record Aggregate(
      String id,
      String name,
      String function,
      int codecVersion,
      Optional<Expr> input,
      Optional<Expr> by,
      Optional<Expr> where,
      Map<String, Object> parameters) {
    /** The version that an aggregate has if its plan does not say. */
    public static final int FIRST_VERSION = 1;

    public Aggregate {
      parameters = Map.copyOf(parameters);
    }

    /** An aggregate of the first version. */
    public Aggregate(
        String id,
        String name,
        String function,
        Optional<Expr> input,
        Optional<Expr> by,
        Optional<Expr> where,
        Map<String, ?> parameters) {
      this(id, name, function, FIRST_VERSION, input, by, where, Map.copyOf(parameters));
    }

    /** An aggregate of the first version, without a {@code by}. */
    public Aggregate(
        String id,
        String name,
        String function,
        Optional<Expr> input,
        Optional<Expr> where,
        Map<String, ?> parameters) {
      this(id, name, function, input, Optional.empty(), where, parameters);
    }

    public Aggregate withId(String identity) {
      return new Aggregate(identity, name, function, codecVersion, input, by, where, parameters);
    }

    /** The value of a parameter that is a whole number or a duration in microseconds. */
    public long whole(String parameter) {
      return (Long) parameters.get(parameter);
    }
  }

  /**
   * An aggregate over a window.
   *
   * @param pack position of the pack, {@code aggregate} of the aggregate in it
   * @param windowMicros its length; {@link Window#EVER} for a lifetime
   * @param defaultValue replaces the value of an empty window; a literal null is a value too
   * @param allowPartial whether a window that begins before the group is complete has a value
   */
  public record Feature(
      String name,
      int pack,
      int aggregate,
      long windowMicros,
      long stepMicros,
      Window.Anchor anchor,
      Optional<Expr.Literal> defaultValue,
      Type type,
      boolean allowPartial) {

    /** A feature whose window must be complete. */
    public Feature(
        String name,
        int pack,
        int aggregate,
        long windowMicros,
        long stepMicros,
        Window.Anchor anchor,
        Optional<Expr.Literal> defaultValue,
        Type type) {
      this(name, pack, aggregate, windowMicros, stepMicros, anchor, defaultValue, type, false);
    }

    /** The same feature, its aggregate in another place. */
    Feature at(int otherPack, int otherAggregate) {
      return new Feature(
          name,
          otherPack,
          otherAggregate,
          windowMicros,
          stepMicros,
          anchor,
          defaultValue,
          type,
          allowPartial);
    }

    /** Whether its window is the lifetime of the key. */
    public boolean isEver() {
      return windowMicros == Window.EVER;
    }
  }
}
