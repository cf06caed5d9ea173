package dev.arabica.core.expr;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/**
 * Which nodes of an expression get a method of their own, so that none is too large, and which are
 * used more than once, so that their value is worth keeping.
 */
final class Partition {
  /** About as many bytes as a call of a method takes. */
  private static final int CALL = 20;

  /** Longer sets of constants are searched by a call. */
  static final int LONGEST_CHAIN = 6;

  /** About as many bytes as keeping a value takes. */
  private static final int KEEPING = 16;

  /** About as many bytes as an argument that may be null takes, where it is gathered. */
  static final int FILLING = 36;

  private final int mostBytes;
  private final TreeMap<Integer, Node> nodes = new TreeMap<>();
  private final int[] uses;
  private final int[] bytes;
  private final BitSet apart = new BitSet();

  /** For methods of about so many bytes of bytecode. */
  Partition(Node root, int mostBytes) {
    this.mostBytes = mostBytes;
    this.uses = new int[root.number() + 1];
    this.bytes = new int[root.number() + 1];
    collect(root);
    // Arguments come before what they are arguments of.
    nodes.values().forEach(this::measure);
  }

  private void collect(Node root) {
    Deque<Node> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (nodes.put(node.number(), node) == null) {
        for (Node arg : node.args()) {
          uses[arg.number()]++;
          open.push(arg);
        }
      }
    }
  }

  private void measure(Node node) {
    bytes[node.number()] = sum(node);
    if (bytes(node) > mostBytes && node.isGathering()) {
      // Its arguments are evaluated in methods that are called one after the other.
      bytes[node.number()] = CALL * (bytes(node) / mostBytes + 2);
      return;
    }
    Node largest = largestArgument(node);
    while (bytes(node) > mostBytes && largest != null) {
      apart.set(largest.number());
      bytes[node.number()] = sum(node);
      largest = largestArgument(node);
    }
  }

  private int sum(Node node) {
    int sum = own(node);
    for (Node arg : node.args()) {
      sum += bytes(arg);
    }
    return sum;
  }

  private Node largestArgument(Node node) {
    Node largest = null;
    for (Node arg : node.args()) {
      if (bytes(arg) > (largest == null ? CALL : bytes(largest))) {
        largest = arg;
      }
    }
    return largest;
  }

  /** About as many bytes as stand where the node is used. */
  int bytes(Node node) {
    return apart.get(node.number()) ? CALL : bytes[node.number()];
  }

  /** About as many bytes as it takes beyond those of its arguments. */
  private int own(Node node) {
    if (node.isConstant()) {
      return 4;
    }
    int kept = isShared(node) ? KEEPING : 0;
    int args = node.args().size();
    if (node.op() instanceof Op.MemberOf set) {
      return kept + 24 + 16 * Math.min(LONGEST_CHAIN, set.values().size());
    }
    if (TestWriter.isTest(node)) {
      return kept + 40 + 12 * args;
    }
    return node.op() instanceof Op.Call call && call.inline()
        ? kept + 20 + 12 * args
        : kept + 24 + (node.isGathering() ? FILLING : 24) * args;
  }

  /** Whether it stands in several places. */
  boolean isShared(Node node) {
    return uses[node.number()] > 1;
  }

  /** Whether it has a method of its own. */
  boolean isApart(Node node) {
    return apart.get(node.number());
  }

  int mostBytes() {
    return mostBytes;
  }

  /** Whether any node has a method of its own. */
  boolean isSplit() {
    return !apart.isEmpty();
  }
}
