package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import java.util.OptionalInt;
import org.antlr.v4.runtime.Token;

/** What a string token says: the text between its quotes with the escapes resolved. */
final class StringContent {
  private static final String HINT =
      "the escapes are \\\" \\' \\\\ \\n \\r \\t and \\u with four hexadecimal digits";

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
    OptionalInt unit = letter == 'u' ? hexadecimal(at + 2) : OptionalInt.empty();
    if (unit.isEmpty()) {
      unknown(at);
      return Math.min(2, text.length() - at);
    }
    value.append((char) unit.getAsInt());
    return 6;
  }

  private OptionalInt hexadecimal(int at) {
    int result = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return OptionalInt.empty();
      }
      result = result * 16 + digit;
    }
    return OptionalInt.of(result);
  }

  private void unknown(int at) {
    int end = Math.min(at + 2, text.length());
    nodes.error(
        Codes.BAD_ESCAPE,
        new Span(nodes.source(), offset + at, offset + end),
        "`" + text.substring(at, end) + "` is not an escape",
        HINT);
  }
}
