package dev.arabica.compiler.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells as lines whose columns begin below each other. */
final class TextTable {
  private static final int GAP = 2;

  /** A wider cell moves the rest of its row to a line of its own rather than every other row. */
  private static final int WIDEST = 48;

  private TextTable() {}

  static List<String> of(List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    int[] widths = widths(rows);
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      int start = 0;
      for (int i = 0; i < row.size(); i++) {
        if (i > 0 && line.length() > start - GAP) {
          lines.add(line.toString());
          line = new StringBuilder();
        }
        line.append(" ".repeat(start - line.length())).append(row.get(i));
        start += widths[i] + GAP;
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static int[] widths(List<List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length();
        widths[i] = width <= WIDEST ? Math.max(widths[i], width) : widths[i];
      }
    }
    return widths;
  }
}
