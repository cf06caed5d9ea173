package dev.arabica.dsl.grammar;

import org.antlr.v4.runtime.Token;

/** Pieces of the text as messages quote them. */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  static String token(Token token) {
    return token.getType() == Token.EOF ? "the end of the file" : "`" + text(token.getText()) + "`";
  }

  /** The text, cut if it is long. */
  static String text(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "...";
  }

  /** The character itself if it can be seen, else its number. */
  static String character(int codePoint) {
    return codePoint > ' ' && codePoint < 0x7F
        ? "`" + Character.toString(codePoint) + "`"
        : "U+%04X".formatted(codePoint);
  }
}
