package dev.arabica.dsl.format;

import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.FeatParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Prints a tree on the rest of the line if it fits there and no comment stands inside it; else
 * breaks it at its outermost joints and goes on with the parts.
 */
final class TreePrinter {
  static final int STEP = 2;
  private static final int CONTINUATION = 4;
  private static final int[] CLAUSES = {
    FeatLexer.FROM,
    FeatLexer.AND,
    FeatLexer.BY,
    FeatLexer.FOR,
    FeatLexer.SCORES,
    FeatLexer.VALID_FROM
  };

  private final Page page;
  private final Comments comments;
  private TerminalNode previous;
  private TerminalNode introduced;

  TreePrinter(Page page, Comments comments) {
    this.page = page;
    this.comments = comments;
  }

  void print(List<ParseTree> trees) {
    trees.forEach(this::print);
  }

  void print(ParseTree tree) {
    if (tree instanceof TerminalNode leaf) {
      leaf(leaf);
    } else if (fits(tree)) {
      Leaves.of(List.of(tree)).forEach(this::leaf);
    } else if (isBracketed(tree)) {
      brackets(tree);
    } else if (tree instanceof FeatParser.BinaryContext chain) {
      chain(chain);
    } else if (tree instanceof FeatParser.CaseValueContext cases) {
      cases(cases);
    } else if (isFilled(tree)) {
      filled(tree);
    } else {
      print(Leaves.children(tree));
    }
  }

  /** Prints what stands before a block, on one line or each of its clauses on a line of its own. */
  void header(List<ParseTree> parts) {
    List<TerminalNode> leaves = Leaves.of(parts);
    boolean fits = Page.width(Spacing.line(leaves)) + " {".length() <= Page.WIDTH;
    if (fits && !hasCommentInside(leaves)) {
      leaves.forEach(this::leaf);
      return;
    }
    print(parts.get(0));
    page.indent(CONTINUATION);
    for (ParseTree part : parts.subList(1, parts.size())) {
      if (isOneOf(part, CLAUSES)) {
        page.newline();
      }
      print(part);
    }
    page.indent(-CONTINUATION);
  }

  /** Prints a clause on a line of its own. */
  void continuation(ParseTree clause) {
    page.indent(CONTINUATION);
    page.newline();
    print(clause);
    page.indent(-CONTINUATION);
  }

  /** Prints what stands above a statement, with its empty lines, and ends the line. */
  void lead(TerminalNode first) {
    boolean opening = previous == null || isOneOf(previous, FeatLexer.LBRACE);
    for (Comment comment : comments.before(first.getSymbol())) {
      if (comment.blankBefore() && !opening) {
        page.blankLine();
      }
      print(comment);
      opening &= !comment.ownLine();
    }
    if (comments.blankBefore(first.getSymbol()) && !opening) {
      page.blankLine();
    }
    page.newline();
    introduced = first;
  }

  /** Starts the next column of a line, so many spaces behind the last. */
  void column(int gap) {
    previous = null;
    page.space(gap);
  }

  /** Prints tokens that are laid out already. */
  void line(String text, TerminalNode last) {
    page.text(text);
    previous = last;
  }

  boolean hasCommentInside(List<TerminalNode> leaves) {
    return leaves.stream().skip(1).anyMatch(leaf -> !comments.before(leaf.getSymbol()).isEmpty());
  }

  private boolean fits(ParseTree tree) {
    return fits(tree, 0);
  }

  /** Whether a tree, and so many signs behind it, fit on the rest of the line. */
  private boolean fits(ParseTree tree, int behind) {
    List<TerminalNode> leaves = Leaves.of(List.of(tree));
    return !hasCommentInside(leaves)
        && page.column() + 1 + Page.width(Spacing.line(leaves)) + behind <= Page.WIDTH;
  }

  private void leaf(TerminalNode leaf) {
    introduce(leaf);
    if (previous != null) {
      page.space(Spacing.between(previous, leaf));
    }
    page.text(leaf.getText());
    previous = leaf;
  }

  /** Prints the comments before a token, unless they are printed. */
  private void introduce(TerminalNode leaf) {
    if (leaf != introduced) {
      comments.before(leaf.getSymbol()).forEach(this::print);
      introduced = leaf;
    }
  }

  private void print(Comment comment) {
    if (comment.ownLine()) {
      page.newline();
      page.text(comment.text());
      page.newline();
    } else {
      page.trailing(comment.text());
    }
  }

  private static boolean isFilled(ParseTree tree) {
    return tree instanceof FeatParser.NamesContext
        || tree instanceof FeatParser.OverClauseContext
        || tree instanceof FeatParser.EnrichedContext;
  }

  /** As many elements a line as fit. */
  private void filled(ParseTree tree) {
    List<ParseTree> parts = Leaves.children(tree);
    print(parts.get(0));
    page.indent(CONTINUATION);
    for (int i = 1; i < parts.size(); i++) {
      if (isOneOf(parts.get(i - 1), FeatLexer.COMMA) && !fits(parts.get(i), 1)) {
        page.newline();
      }
      print(parts.get(i));
    }
    page.indent(-CONTINUATION);
  }

  private static boolean isBracketed(ParseTree tree) {
    return tree instanceof FeatParser.ArgumentsContext
        || tree instanceof FeatParser.BindingsContext
        || tree instanceof FeatParser.ListContext
        || tree instanceof FeatParser.StructValueContext
        || tree instanceof FeatParser.GroupContext
        || tree instanceof FeatParser.FieldBlockContext
        || tree instanceof FeatParser.SelectionContext
        || tree instanceof FeatParser.ImportStepContext
        || tree instanceof FeatParser.KafkaOptionsContext
        || tree instanceof FeatParser.ItemsContext
        || tree instanceof FeatParser.KeyValuesContext
        || tree instanceof FeatParser.ExpectationsContext
        || tree instanceof FeatParser.AccessContext;
  }

  /** One element a line, the closing bracket under the line of the opening one. */
  private void brackets(ParseTree tree) {
    for (ParseTree part : parts(tree)) {
      if (isOneOf(part, FeatLexer.RPAREN, FeatLexer.RBRACK, FeatLexer.RBRACE)) {
        introduce((TerminalNode) part);
        page.indent(-STEP);
        page.newline();
        print(part);
      } else {
        print(part);
        if (isOneOf(part, FeatLexer.LPAREN, FeatLexer.LBRACK, FeatLexer.LBRACE)) {
          page.indent(STEP);
          page.newline();
        } else if (Spacing.isInlinePart(part) || isOneOf(part, FeatLexer.COMMA)) {
          page.newline();
        }
      }
    }
  }

  /** The parts of a bracketed tree, with the names in it one by one. */
  private static List<ParseTree> parts(ParseTree tree) {
    List<ParseTree> parts = new ArrayList<>();
    for (ParseTree child : Leaves.children(tree)) {
      if (child instanceof FeatParser.NamesContext) {
        parts.addAll(Leaves.children(child));
      } else {
        parts.add(child);
      }
    }
    return parts;
  }

  static boolean isOneOf(ParseTree tree, int... types) {
    if (tree instanceof TerminalNode leaf) {
      for (int type : types) {
        if (leaf.getSymbol().getType() == type) {
          return true;
        }
      }
    }
    return false;
  }

  /** One branch a line, {@code end} under the line of {@code case}. */
  private void cases(FeatParser.CaseValueContext cases) {
    List<ParseTree> parts = Leaves.children(cases);
    int last = parts.size() - 1;
    print(parts.get(0));
    page.indent(STEP);
    for (ParseTree branch : parts.subList(1, last)) {
      introduce(Leaves.first(branch));
      page.newline();
      print(branch);
    }
    introduce((TerminalNode) parts.get(last));
    page.indent(-STEP);
    page.newline();
    print(parts.get(last));
  }

  /** The operands of one operator one below the other, each but the first behind its operator. */
  private void chain(FeatParser.BinaryContext chain) {
    List<ParseTree> parts = new ArrayList<>();
    ParseTree left = chain;
    while (left instanceof FeatParser.BinaryContext binary
        && binary.op.getType() == chain.op.getType()) {
      parts.add(binary.expr(1));
      parts.add(binary.getChild(1));
      left = binary.expr(0);
    }
    parts.add(left);
    Collections.reverse(parts);
    print(parts.get(0));
    page.indent(CONTINUATION);
    for (int i = 1; i < parts.size(); i += 2) {
      page.newline();
      print(parts.subList(i, i + 2));
    }
    page.indent(-CONTINUATION);
  }
}
