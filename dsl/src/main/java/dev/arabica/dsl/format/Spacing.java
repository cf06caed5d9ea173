package dev.arabica.dsl.format;

import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.FeatParser;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** How many spaces stand between two tokens of a line. */
final class Spacing {
  private static final Set<Integer> NUMBERS =
      Set.of(FeatLexer.INT, FeatLexer.FLOAT, FeatLexer.DURATION, FeatLexer.TIMESTAMP);

  private Spacing() {}

  static int between(TerminalNode left, TerminalNode right) {
    if (gluesNext(left) || gluesPrevious(right, left)) {
      return 0;
    }
    return endsInlinePart(left, right) ? 2 : 1;
  }

  /** The text of tokens on one line. */
  static String line(List<TerminalNode> leaves) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < leaves.size(); i++) {
      int gap = i == 0 ? 0 : between(leaves.get(i - 1), leaves.get(i));
      line.append(" ".repeat(gap)).append(leaves.get(i).getText());
    }
    return line.toString();
  }

  private static boolean gluesNext(TerminalNode left) {
    return switch (type(left)) {
      case FeatLexer.LPAREN, FeatLexer.DOT -> true;
      case FeatLexer.LBRACK -> !(left.getParent() instanceof FeatParser.ItemsContext);
      case FeatLexer.LT -> left.getParent() instanceof FeatParser.TypeElementsContext;
      case FeatLexer.MINUS -> isSign(left);
      default -> false;
    };
  }

  private static boolean gluesPrevious(TerminalNode right, TerminalNode left) {
    return switch (type(right)) {
      case FeatLexer.COMMA, FeatLexer.COLON, FeatLexer.RPAREN, FeatLexer.QUESTION -> true;
      case FeatLexer.RBRACK -> !(right.getParent() instanceof FeatParser.ItemsContext);
      case FeatLexer.LT, FeatLexer.GT ->
          right.getParent() instanceof FeatParser.TypeElementsContext;
      case FeatLexer.LBRACK -> right.getParent() instanceof FeatParser.AccessContext;
      case FeatLexer.LPAREN -> !(right.getParent() instanceof FeatParser.GroupContext);
      // A point right behind a number would be read as part of it.
      case FeatLexer.DOT -> !NUMBERS.contains(type(left));
      default -> false;
    };
  }

  private static boolean isSign(TerminalNode minus) {
    return minus.getParent() instanceof FeatParser.NegationContext
        || minus.getParent() instanceof FeatParser.PlainValueContext;
  }

  /**
   * The fields of a struct type on one line, and the options of a topic, have nothing but space
   * between them.
   */
  private static boolean endsInlinePart(TerminalNode left, TerminalNode right) {
    ParseTree next = part(right);
    return next != null
        && Leaves.first(next) == right
        && type(left) != FeatLexer.LBRACE
        && type(left) != FeatLexer.COMMA;
  }

  private static ParseTree part(ParseTree tree) {
    ParseTree node = tree;
    while (node != null && !isInlinePart(node)) {
      node = node.getParent();
    }
    return node;
  }

  static boolean isInlinePart(ParseTree tree) {
    return tree instanceof FeatParser.FieldContext || tree instanceof FeatParser.KafkaOptionContext;
  }

  private static int type(TerminalNode leaf) {
    return leaf.getSymbol().getType();
  }
}
