package dev.arabica.dsl.format;

import java.util.ArrayList;
import java.util.List;

/**
 * The text as it grows. Spaces and line ends are held back until something follows them, so that
 * asking for one twice is asking once.
 */
final class Page {
  /** The widest line that is not broken where it can be, in code points. */
  static final int WIDTH = 120;

  /** The widest line that moves the comments behind the other lines of its declaration. */
  private static final int WIDEST_BEFORE_COMMENT = 80;

  /** A line: its code, and the comment behind it, if any. */
  private record Line(String code, String comment) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Line> section = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  /** That of the line. Counted as the line grows: it is asked for at every token of it. */
  private int width;

  private String comment = "";
  private int indent;
  private int lineEnds;
  private int spaces;

  /** Moves the start of the lines to come. */
  void indent(int by) {
    indent += by;
  }

  void space(int count) {
    spaces = count;
  }

  /** Ends the line, unless it is empty. */
  void newline() {
    lineEnds = Math.max(lineEnds, 1);
  }

  /** Ends the line and leaves one empty. */
  void blankLine() {
    lineEnds = 2;
  }

  /** Takes back the empty line that was asked for and not needed yet. */
  void dropBlankLine() {
    lineEnds = Math.min(lineEnds, 1);
  }

  /** Where the next text would start, in code points from 0. */
  int column() {
    return lineEnds > 0 ? indent : width + spaces;
  }

  void text(String added) {
    if (lineEnds > 0) {
      endLine();
    }
    int gap = line.isEmpty() ? indent : spaces;
    line.append(" ".repeat(gap)).append(added);
    width += gap + width(added);
    spaces = 0;
  }

  /** Writes a comment behind the line's text, and ends the line. */
  void trailing(String added) {
    comment = added;
    newline();
  }

  /** Ends a stretch of text whose comments stand in one column. */
  void endSection() {
    int column = commentColumn();
    for (Line each : section) {
      text.append(each.code());
      if (!each.comment().isEmpty()) {
        int gap = each.code().startsWith(" ") ? column - width(each.code()) : 2;
        text.append(" ".repeat(Math.max(2, gap))).append(each.comment());
      }
      text.append('\n');
    }
    section.clear();
  }

  /** The whole text. */
  String finish() {
    lineEnds = 1;
    endLine();
    endSection();
    return text.toString();
  }

  static int width(CharSequence text) {
    return (int) text.codePoints().count();
  }

  private void endLine() {
    if (!line.isEmpty()) {
      section.add(new Line(line.toString(), comment));
      if (lineEnds > 1) {
        section.add(new Line("", ""));
      }
    }
    line.setLength(0);
    width = 0;
    comment = "";
    lineEnds = 0;
    spaces = 0;
  }

  private int commentColumn() {
    return section.stream()
        .filter(each -> !each.comment().isEmpty() && each.code().startsWith(" "))
        .mapToInt(each -> width(each.code()) + 2)
        .filter(column -> column <= WIDEST_BEFORE_COMMENT)
        .max()
        .orElse(0);
  }
}
