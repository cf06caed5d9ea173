package dev.arabica.dsl.format;

import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.FeatParser;
import dev.arabica.dsl.grammar.SyntaxReader;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Prints a file: its declarations, an empty line between two of them. */
public final class FilePrinter {
  private final Page page = new Page();
  private final Comments comments;
  private final TreePrinter trees;
  private final BlockPrinter blocks;
  private boolean afterImport;

  private FilePrinter(Comments comments) {
    this.comments = comments;
    this.trees = new TreePrinter(page, comments);
    this.blocks = new BlockPrinter(page, comments, trees);
  }

  /** The text of a file that parses without errors, laid out. */
  public static String print(SourceFile source) {
    FilePrinter printer = new FilePrinter(Comments.of(source));
    FeatParser.FileContext file = SyntaxReader.tree(source);
    printer.dropFieldCommas(file);
    boolean first = true;
    for (ParseTree part : Leaves.children(file)) {
      printer.part(part, first);
      first = false;
    }
    return printer.page.finish();
  }

  private void part(ParseTree part, boolean first) {
    TerminalNode start = Leaves.first(part);
    if (part == start) {
      trees.lead(start);
      return;
    }
    boolean follows = part instanceof FeatParser.ImportDeclContext && afterImport;
    afterImport = part instanceof FeatParser.ImportDeclContext;
    if (!first && !follows && !comments.blankAround(start.getSymbol())) {
      page.blankLine();
    }
    trees.lead(start);
    declaration(part);
    page.endSection();
  }

  private void declaration(ParseTree part) {
    ParseTree tree = part instanceof FeatParser.DeclarationContext ? part.getChild(0) : part;
    List<ParseTree> children = Leaves.children(tree);
    if (tree instanceof FeatParser.PackageDeclContext
        || tree instanceof FeatParser.ImportDeclContext) {
      trees.print(children);
    } else {
      int last = children.size() - 1;
      trees.header(children.subList(0, last));
      blocks.print((ParserRuleContext) children.get(last));
    }
  }

  /** Fields and columns need no commas. One with a comment of its own stays. */
  private void dropFieldCommas(ParseTree tree) {
    if (tree instanceof FeatParser.FieldContext || tree instanceof FeatParser.ColumnContext) {
      ParseTree last = tree.getChild(tree.getChildCount() - 1);
      if (TreePrinter.isOneOf(last, FeatLexer.COMMA)
          && comments.before(Leaves.first(last).getSymbol()).isEmpty()) {
        ((ParserRuleContext) tree).removeLastChild();
      }
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      dropFieldCommas(tree.getChild(i));
    }
  }
}
