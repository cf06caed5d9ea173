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
 */
public record GroupPlan(
    String name,
    String source,
    List<Key> keys,
    Optional<Expr> where,
    Ladder ladder,
    List<Pack> packs,
    List<Feature> features) {

  public GroupPlan {
    keys = List.copyOf(keys);
    packs = List.copyOf(packs);
    features = List.copyOf(features);
  }

  public List<Type> keyTypes() {
    return keys.stream().map(key -> key.expr().type()).toList();
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
   * @param where a filter beyond the group's
   * @param parameters of the function, such as {@code n}
   */
  public record Aggregate(
      String id,
      String name,
      String function,
      Optional<Expr> input,
      Optional<Expr> where,
      Map<String, Long> parameters) {
    public Aggregate {
      parameters = Map.copyOf(parameters);
    }
  }

  /**
   * An aggregate over a window.
   *
   * @param pack position of the pack, {@code aggregate} of the aggregate in it
   * @param defaultValue replaces the value of an empty window; a literal null is a value too
   */
  public record Feature(
      String name,
      int pack,
      int aggregate,
      long windowMicros,
      long stepMicros,
      Window.Anchor anchor,
      Optional<Expr.Literal> defaultValue,
      Type type) {}
}
