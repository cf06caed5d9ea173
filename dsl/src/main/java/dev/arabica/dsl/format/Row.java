package dev.arabica.dsl.format;

import dev.arabica.dsl.grammar.FeatParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** A statement as columns: a keyword or a name, then what it is about. */
record Row(ParserRuleContext tree, List<List<ParseTree>> cells) {
  static Row of(ParserRuleContext tree) {
    List<ParseTree> children = Leaves.children(tree);
    List<List<ParseTree>> cells = new ArrayList<>();
    int from = 0;
    for (int end : cellEnds(tree, children)) {
      cells.add(children.subList(from, end));
      from = end;
    }
    cells.add(children.subList(from, children.size()));
    return new Row(tree, cells);
  }

  /** The block inside the statement, or null. */
  FeatParser.FieldBlockContext block() {
    return tree instanceof FeatParser.FieldsMemberContext fields ? fields.fieldBlock() : null;
  }

  /** Whether its columns can stand below those of another. */
  boolean isLike(Row other) {
    return isAssignment() == other.isAssignment();
  }

  TerminalNode first() {
    return Leaves.first(tree);
  }

  List<TerminalNode> leaves() {
    return Leaves.of(List.of(tree));
  }

  /** The text of a cell on one line. */
  String text(int cell) {
    return Spacing.line(Leaves.of(cells.get(cell)));
  }

  /** The spaces behind a cell of a line that stands alone. */
  int gap(int cell) {
    return cell == 0 && !isAssignment() ? 2 : 1;
  }

  private boolean isAssignment() {
    return tree instanceof FeatParser.FeatureContext || tree instanceof FeatParser.MemberContext;
  }

  private static List<Integer> cellEnds(ParserRuleContext tree, List<ParseTree> children) {
    if (tree instanceof FeatParser.LetMemberContext || tree instanceof FeatParser.DeriveContext) {
      return List.of(1, 2);
    }
    return tree instanceof FeatParser.FeatureContext
        ? List.of(1, firstClauseOfWindow(children))
        : List.of(1);
  }

  private static int firstClauseOfWindow(List<ParseTree> children) {
    int at = 4;
    while (children.get(at) instanceof FeatParser.WhereClauseContext) {
      at++;
    }
    return at;
  }
}
