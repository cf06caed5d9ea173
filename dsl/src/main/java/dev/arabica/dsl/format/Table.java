package dev.arabica.dsl.format;

import dev.arabica.dsl.grammar.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The rows of a table, their cells below one another; numbers stand to the right. */
final class Table {
  /** The widest cell that the others of its column are filled up to, in code points. */
  private static final int WIDEST_CELL = 80;

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9][0-9_]*(\\.[0-9_]+)?([eE][-+]?[0-9]+)?");

  private final List<List<String>> rows;

  private Table(List<List<String>> rows) {
    this.rows = rows;
  }

  static List<String> lines(List<TerminalNode> rows) {
    Table table = new Table(rows.stream().map(row -> cells(row.getText())).toList());
    int columns = table.rows.get(0).size();
    List<StringBuilder> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(new StringBuilder("|")));
    for (int column = 0; column < columns; column++) {
      table.append(column, lines);
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  private static List<String> cells(String row) {
    return TableRow.cells(row).stream()
        .map(cell -> row.substring(cell.start(), cell.end()))
        .toList();
  }

  private void append(int column, List<StringBuilder> lines) {
    int width =
        rows.stream()
            .mapToInt(row -> Page.width(row.get(column)))
            .filter(cell -> cell <= WIDEST_CELL)
            .max()
            .orElse(0);
    boolean numbers =
        rows.stream().skip(1).map(row -> row.get(column)).allMatch(Table::isNumberOrNone);
    for (int i = 0; i < lines.size(); i++) {
      String cell = rows.get(i).get(column);
      String fill = " ".repeat(Math.max(0, width - Page.width(cell)));
      boolean right = numbers && i > 0;
      lines.get(i).append(' ').append(right ? fill + cell : cell + fill).append(" |");
    }
  }

  private static boolean isNumberOrNone(String cell) {
    return cell.isEmpty() || NUMBER.matcher(cell).matches();
  }
}
