package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import java.util.List;

/**
 * A model and what it is fed.
 *
 * @param scores the keys of the set that the model ranks, {@code keys} those it ranks them for
 * @param artifact path of the trained model
 * @param featureSet the set whose rows it reads
 */
public record ModelPlan(
    String name,
    List<String> scores,
    List<String> keys,
    String artifact,
    String featureSet,
    List<Input> inputs) {
  public ModelPlan {
    scores = List.copyOf(scores);
    keys = List.copyOf(keys);
    inputs = List.copyOf(inputs);
  }

  /** A named tensor: its items beside each other. */
  public record Input(String name, List<Item> items) {
    public Input {
      items = List.copyOf(items);
    }
  }

  /**
   * One or more numbers of an input.
   *
   * @param expr over the columns and the keys of the set
   * @param hashBuckets how many buckets the value is hashed into; 0 if it is not hashed
   */
  public record Item(Expr expr, long hashBuckets) {}
}
