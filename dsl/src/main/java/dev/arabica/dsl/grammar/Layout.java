package dev.arabica.dsl.grammar;

import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * How the tokens lie on the page. The language does not care; recovery does, because people who
 * forget a brace still begin a declaration or a statement on a line of its own.
 */
final class Layout {
  private final List<Token> tokens;
  private final int[] depths;

  Layout(List<Token> tokens) {
    this.tokens = tokens;
    this.depths = depths(tokens);
  }

  Token token(int index) {
    return tokens.get(Math.min(index, tokens.size() - 1));
  }

  boolean isEnd(int index) {
    return token(index).getType() == Token.EOF;
  }

  /**
   * How many braces are open before a token; before a closing brace, how many remain open after it.
   */
  int depth(int index) {
    return depths[index];
  }

  boolean startsLine(int index) {
    return index == 0 || !onSameLine(index - 1, index);
  }

  /** Whether a token stands behind something on its line, other than a brace. */
  boolean runsOn(int index) {
    int before = index == 0 ? FeatLexer.LBRACE : token(index - 1).getType();
    return !startsLine(index) && before != FeatLexer.LBRACE && before != FeatLexer.RBRACE;
  }

  /** Whether a token looks like the first of a declaration, wherever it stands. */
  boolean startsDeclaration(int index) {
    return startsLine(index) && (isMarginDeclaration(index) || isFullDeclaration(index));
  }

  /** A declaring word at the margin with a name after it. */
  private boolean isMarginDeclaration(int index) {
    return token(index).getCharPositionInLine() == 0
        && isDeclaringWord(text(index))
        && onSameLine(index, index + 1)
        && (isWord(index + 1) || token(index + 1).getType() == FeatLexer.STRING);
  }

  /**
   * A declaring word, a name and the word that must follow, so that a field named `view` is no
   * view.
   */
  private boolean isFullDeclaration(int index) {
    boolean named = isWord(index + 1) || token(index + 1).getType() == FeatLexer.STRING;
    return onSameLine(index, index + 2) && named && isThirdWord(index, text(index + 2));
  }

  private boolean isThirdWord(int index, String third) {
    return switch (text(index)) {
      case "source", "request", "test" -> third.equals("{") && !text(index + 1).equals("struct");
      case "view", "features", "snapshot" -> third.equals("from");
      case "feature_set" -> third.equals("for");
      case "model" -> third.equals("scores");
      default -> false;
    };
  }

  private static boolean isDeclaringWord(String text) {
    return Words.DECLARATIONS.contains(text) || text.equals("import");
  }

  boolean isWord(int index) {
    return Words.isWord(token(index));
  }

  boolean isReserved(int index) {
    return Words.RESERVED.contains(text(index));
  }

  boolean isCall(int index) {
    return isWord(index) && token(index + 1).getType() == FeatLexer.LPAREN;
  }

  boolean onSameLine(int first, int second) {
    return token(first).getLine() == token(second).getLine();
  }

  private String text(int index) {
    return token(index).getText();
  }

  private static int[] depths(List<Token> tokens) {
    int[] depths = new int[tokens.size()];
    int depth = 0;
    for (int i = 0; i < depths.length; i++) {
      int type = tokens.get(i).getType();
      depth -= type == FeatLexer.RBRACE ? 1 : 0;
      depths[i] = depth;
      depth += type == FeatLexer.LBRACE ? 1 : 0;
    }
    return depths;
  }
}
