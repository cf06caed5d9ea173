package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import java.util.List;

/**
 * A distinct part of an expression to be compiled: parts that are equal are one node, told apart by
 * identity. Its number is above those of its arguments.
 */
record Node(int number, Op op, Type type, List<Node> args) {
  Node {
    args = List.copyOf(args);
  }

  boolean isConstant() {
    return op instanceof Op.Constant;
  }

  /** Whether it is null in every row. */
  boolean isNull() {
    return isConstant() && constant() == null;
  }

  /** The boxed form of a constant. */
  Object constant() {
    return ((Op.Constant) op).literal().value();
  }

  Node arg(int position) {
    return args.get(position);
  }

  /** Whether it makes one value of any number of others, null or not. */
  boolean isGathering() {
    return op instanceof Op.StructOf
        || op instanceof Op.Call call && call.function() == Function.LIST;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
