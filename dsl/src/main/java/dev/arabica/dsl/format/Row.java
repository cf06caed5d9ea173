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

  /** Whether it needs lines of its own, however short it is. */
  boolean isBlock() {
    return block() != null || tree instanceof FeatParser.GivenContext;
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
    boolean wide = cell == 0 && !isAssignment() || tree instanceof FeatParser.ColumnContext;
    return wide ? 2 : 1;
  }

  private boolean isAssignment() {
    return tree instanceof FeatParser.FeatureContext || tree instanceof FeatParser.MemberContext;
  }

  private static List<Integer> cellEnds(ParserRuleContext tree, List<ParseTree> children) {
    if (tree instanceof FeatParser.LetMemberContext
        || tree instanceof FeatParser.DeriveContext
        || tree instanceof FeatParser.InputMemberContext) {
      return List.of(1, 2);
    }
    if (tree instanceof FeatParser.FeatureContext) {
      return List.of(1, behindFilter(children, 4));
    }
    if (tree instanceof FeatParser.LabelContext) {
      return List.of(1, 2, behindFilter(children, 5));
    }
    return tree instanceof FeatParser.ColumnContext column && column.DEFAULT() != null
        ? List.of(1, 2)
        : List.of(1);
  }

  /** Where the clauses behind an aggregate and its filter start. */
  private static int behindFilter(List<ParseTree> children, int from) {
    int at = from;
    while (isFilter(children.get(at))) {
      at++;
    }
    return at;
  }

  private static boolean isFilter(ParseTree clause) {
    return clause instanceof FeatParser.WhereClauseContext
        || clause instanceof FeatParser.LabelWhereContext;
  }

  /** Whether a part of a statement gets a line of its own where the statement needs several. */
  static boolean isClause(ParseTree tree) {
    return tree instanceof FeatParser.FeatureClauseContext
        || tree instanceof FeatParser.LabelClauseContext
        || tree instanceof FeatParser.EnrichedContext
        || tree instanceof FeatParser.FallbackContext;
  }
}
