package dev.arabica.dsl.format;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The tokens of parse trees, in the order of the text, each with its place in the tree. */
final class Leaves {
  private Leaves() {}

  static List<TerminalNode> of(List<? extends ParseTree> trees) {
    List<TerminalNode> leaves = new ArrayList<>();
    trees.forEach(tree -> collect(tree, leaves));
    return leaves;
  }

  static TerminalNode first(ParseTree tree) {
    ParseTree first = tree;
    while (!(first instanceof TerminalNode)) {
      first = first.getChild(0);
    }
    return (TerminalNode) first;
  }

  static List<ParseTree> children(ParseTree tree) {
    List<ParseTree> children = new ArrayList<>();
    for (int i = 0; i < tree.getChildCount(); i++) {
      children.add(tree.getChild(i));
    }
    return children;
  }

  private static void collect(ParseTree tree, List<TerminalNode> leaves) {
    if (tree instanceof TerminalNode leaf) {
      leaves.add(leaf);
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      collect(tree.getChild(i), leaves);
    }
  }
}
