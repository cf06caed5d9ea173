package dev.arabica.dsl.format;

import java.util.ArrayList;
import java.util.List;

/** Statements on consecutive lines, whose columns stand below one another. */
final class Rows {
  /** The widest cell that moves the column behind it, in code points. */
  private static final int WIDEST_CELL = 48;

  private static final int GAP = 2;

  private final List<Row> rows = new ArrayList<>();

  void add(Row row) {
    rows.add(row);
  }

  /** Whether the columns of a statement can stand below those that are here. */
  boolean accepts(Row row) {
    return rows.isEmpty() || rows.get(0).isLike(row);
  }

  List<Row> rows() {
    return rows;
  }

  void clear() {
    rows.clear();
  }

  /** The lines, in order. */
  List<String> lines() {
    int[] columns = new int[rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0)];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = column(i);
    }
    return rows.stream().map(row -> line(row, columns)).toList();
  }

  private static String line(Row row, int[] columns) {
    StringBuilder line = new StringBuilder();
    int last = row.cells().size() - 1;
    for (int i = 0; i < last; i++) {
      String cell = row.text(i);
      int least = columns[i] == 0 ? row.gap(i) : GAP;
      line.append(cell).append(" ".repeat(Math.max(columns[i] - Page.width(cell), least)));
    }
    return line.append(row.text(last)).toString();
  }

  /**
   * Where the next cell starts, counted from the start of a cell; 0 if there are no two of them.
   */
  private int column(int cell) {
    List<Row> reaching = rows.stream().filter(row -> row.cells().size() > cell + 1).toList();
    if (reaching.size() < 2) {
      return 0;
    }
    return GAP
        + reaching.stream()
            .mapToInt(row -> Page.width(row.text(cell)))
            .filter(width -> width <= WIDEST_CELL)
            .max()
            .orElse(0);
  }
}
