package dev.arabica.dsl.format;

import dev.arabica.dsl.grammar.FeatParser;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Prints blocks: one statement a line, in columns, empty lines where their author left some. */
final class BlockPrinter {
  private final Page page;
  private final Comments comments;
  private final TreePrinter trees;
  private int indent;

  BlockPrinter(Page page, Comments comments, TreePrinter trees) {
    this.page = page;
    this.comments = comments;
    this.trees = trees;
  }

  void print(ParserRuleContext block) {
    List<ParseTree> parts = Leaves.children(block);
    TerminalNode end = (TerminalNode) parts.get(parts.size() - 1);
    trees.print(parts.get(0));
    if (parts.size() > 2 || !comments.before(end.getSymbol()).isEmpty()) {
      indent(TreePrinter.STEP);
      statements(parts.subList(1, parts.size() - 1));
      trees.lead(end);
      indent(-TreePrinter.STEP);
      page.dropBlankLine();
    }
    trees.print(end);
  }

  private void statements(List<ParseTree> parts) {
    Rows run = new Rows();
    for (ParseTree part : parts) {
      Row row = Row.of((ParserRuleContext) part);
      boolean line = !row.isBlock() && isLine(row);
      if (!line || !run.accepts(row) || comments.blankAround(row.first().getSymbol())) {
        print(run);
      }
      if (line) {
        run.add(row);
      } else {
        broken(row);
      }
    }
    print(run);
  }

  private boolean isLine(Row row) {
    Rows alone = new Rows();
    alone.add(row);
    return !trees.hasCommentInside(row.leaves())
        && indent + Page.width(alone.lines().get(0)) <= Page.WIDTH;
  }

  private void print(Rows run) {
    List<String> lines = run.lines();
    for (int i = 0; i < lines.size(); i++) {
      List<TerminalNode> leaves = run.rows().get(i).leaves();
      trees.lead(leaves.get(0));
      trees.line(lines.get(i), leaves.get(leaves.size() - 1));
    }
    run.clear();
  }

  /** Prints a statement that needs several lines. */
  private void broken(Row row) {
    trees.lead(row.first());
    if (row.block() != null) {
      trees.print(row.first());
      print(row.block());
      return;
    }
    if (row.tree() instanceof FeatParser.GivenContext given) {
      table(given);
      return;
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (i > 0) {
        trees.column(row.gap(i - 1));
      }
      row.cells().get(i).forEach(this::part);
    }
  }

  private void table(FeatParser.GivenContext given) {
    trees.print(Leaves.first(given));
    trees.column(2);
    trees.print(given.name());
    indent(TreePrinter.STEP);
    List<TerminalNode> rows = given.ROW();
    List<String> lines = Table.lines(rows);
    for (int i = 0; i < lines.size(); i++) {
      trees.lead(rows.get(i));
      page.dropBlankLine();
      trees.line(lines.get(i), rows.get(i));
    }
    indent(-TreePrinter.STEP);
  }

  private void part(ParseTree tree) {
    if (Row.isClause(tree)) {
      trees.continuation(tree);
    } else {
      trees.print(tree);
    }
  }

  private void indent(int by) {
    indent += by;
    page.indent(by);
  }
}
