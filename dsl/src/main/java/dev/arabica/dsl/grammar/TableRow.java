package dev.arabica.dsl.grammar;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.misc.Interval;

/**
 * One row of a table, {@code | a | "b | c" | |}, cut into cells. A cell in quotes holds what stands
 * between them, a doubled quote being one; in any other {@code \|} is a pipe.
 */
public final class TableRow {
  private final String text;
  private final List<Part> cells = new ArrayList<>();
  private int at;
  private int end;

  /** What is wrong with a cell, or with what follows it. */
  enum Flaw {
    NONE,
    UNTERMINATED,
    MORE_BEHIND_QUOTE,
    NO_PIPE_BEHIND
  }

  /**
   * A cell.
   *
   * @param start where it starts in the row
   * @param end where it ends, without the space around it
   * @param value what it says
   */
  public record Part(int start, int end, String value, boolean quoted, Flaw flaw) {}

  private TableRow(String text) {
    this.text = text;
    do {
      end = ++at;
      skipSpace();
    } while (at < text.length() && !text.startsWith("//", at) && cell());
  }

  /** The cells of a row, which begins with its first pipe. */
  public static List<Part> cells(String row) {
    return new TableRow(row).cells;
  }

  /**
   * Whether the pipe before the place of a stream begins a row: it is the first on its line. Two of
   * them may be an operator of other languages, unless the line above is a row.
   */
  static boolean startsBehind(CharStream input) {
    int start = startOfLine(input, -2);
    return start < 0 && (input.LA(1) != '|' || input.LA(start) == '\n' && isRow(input, start - 1));
  }

  /** Gives back what stands behind the row that a lexer has read to the end of the line. */
  static void giveBack(Lexer lexer) {
    int start = lexer._tokenStartCharIndex;
    String line = lexer.getInputStream().getText(Interval.of(start, lexer.getCharIndex() - 1));
    lexer.getInputStream().seek(start + new TableRow(line).end);
  }

  /** The distance to the line feed or end before a place; 0 if there is more than space between. */
  private static int startOfLine(CharStream input, int from) {
    int distance = from;
    while (isSpace(input.LA(distance))) {
      distance--;
    }
    int before = input.LA(distance);
    return before == '\n' || before == CharStream.EOF ? distance : 0;
  }

  /** Whether the line that ends at a distance begins with a pipe. */
  private static boolean isRow(CharStream input, int lineEnd) {
    int first = 0;
    for (int at = lineEnd; input.LA(at) != '\n' && input.LA(at) != CharStream.EOF; at--) {
      first = isSpace(input.LA(at)) ? first : input.LA(at);
    }
    return first == '|';
  }

  /** Reads a cell; returns whether a pipe follows it. */
  private boolean cell() {
    if (text.charAt(at) == '"') {
      quoted();
    } else {
      plain();
    }
    return at < text.length();
  }

  private void plain() {
    int start = at;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '|') {
      at += text.startsWith("\\|", at) ? 1 : 0;
      value.append(text.charAt(at++));
    }
    add(start, value.toString().stripTrailing(), false, Flaw.NONE);
  }

  private void quoted() {
    int start = at++;
    StringBuilder value = new StringBuilder();
    while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
      at += text.charAt(at) == '"' ? 1 : 0;
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      add(start, value.toString(), true, Flaw.UNTERMINATED);
      return;
    }
    at++;
    skipSpace();
    boolean more = at < text.length() && text.charAt(at) != '|';
    while (at < text.length() && text.charAt(at) != '|') {
      at++;
    }
    add(start, value.toString(), true, more ? Flaw.MORE_BEHIND_QUOTE : Flaw.NONE);
  }

  private void add(int start, String value, boolean quoted, Flaw flaw) {
    int behind = at;
    while (behind > start && isSpace(text.charAt(behind - 1))) {
      behind--;
    }
    end = behind;
    boolean open = flaw == Flaw.NONE && at == text.length();
    cells.add(new Part(start, behind, value, quoted, open ? Flaw.NO_PIPE_BEHIND : flaw));
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(int character) {
    return character == ' ' || character == '\t' || character == '\f' || character == '\r';
  }
}
