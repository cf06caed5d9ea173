package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import java.util.HexFormat;
import org.antlr.v4.runtime.Token;

/** What a string token says: the text between its quotes with the escapes resolved. */
final class StringContent {
  private static final String HINT =
      "the escapes are \\\" \\' \\\\ \\n \\r \\t and \\u with four hexadecimal digits";

  private static final String HALVES =
      "the two halves of a character stand side by side, as in `\\ud83d\\ude00`";

  /** How long the escape of a code unit is. */
  private static final int UNIT = "\\u0000".length();

  private final Nodes nodes;
  private final int offset;
  private final String text;
  private final StringBuilder value = new StringBuilder();

  StringContent(Nodes nodes, Token token) {
    this.nodes = nodes;
    this.offset = token.getStartIndex() + 1;
    this.text = token.getText().substring(1, token.getText().length() - 1);
  }

  String value() {
    int at = 0;
    while (at < text.length()) {
      at += text.charAt(at) == '\\' ? escape(at) : plain(at);
    }
    return value.toString();
  }

  private int plain(int at) {
    value.append(text.charAt(at));
    return 1;
  }

  /** Appends what an escape stands for; returns its length. */
  private int escape(int at) {
    char letter = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    int index = "nrt\"'\\".indexOf(letter);
    if (index >= 0) {
      value.append("\n\r\t\"'\\".charAt(index));
      return 2;
    }
    int unit = unit(at);
    if (unit < 0) {
      int length = Math.min(2, text.length() - at);
      error(at, length, "is not an escape", HINT);
      return length;
    }
    return Character.isSurrogate((char) unit) ? pair(at, (char) unit) : append(unit);
  }

  private int append(int unit) {
    value.append((char) unit);
    return UNIT;
  }

  /** Appends the character that two halves in a row make; returns the length of what was read. */
  private int pair(int at, char high) {
    int low = unit(at + UNIT);
    if (low < 0 || !Character.isSurrogatePair(high, (char) low)) {
      error(at, UNIT, "is half of a character", HALVES);
      return UNIT;
    }
    value.append(high).append((char) low);
    return 2 * UNIT;
  }

  /** The code unit that an escape stands for; negative if none is there. */
  private int unit(int at) {
    int result = text.startsWith("\\u", at) ? 0 : -1;
    for (int i = at + 2; i < at + UNIT && result >= 0; i++) {
      boolean digit = i < text.length() && HexFormat.isHexDigit(text.charAt(i));
      result = digit ? result * 16 + HexFormat.fromHexDigit(text.charAt(i)) : -1;
    }
    return result;
  }

  private void error(int at, int length, String message, String hint) {
    nodes.error(
        Codes.BAD_ESCAPE,
        new Span(nodes.source(), offset + at, offset + at + length),
        "`" + text.substring(at, at + length) + "` " + message,
        hint);
  }
}
