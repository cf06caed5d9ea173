package dev.arabica.cli.spectest;

import dev.arabica.dsl.Excerpt;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;

/** Lines of a spec. */
final class Lines {
  private Lines() {}

  /** The number of the line that a span begins on. */
  static int of(Span span) {
    return span.file().positionOf(span.start()).line();
  }

  /** A line without the blanks around it, and without what could write anything to a terminal. */
  static String text(SourceFile file, int line) {
    return Excerpt.printable(file.line(line)).strip();
  }

  /**
   * The line that names the columns of a row: the first row of bars above it, from its table on.
   */
  static int header(Span table, int row) {
    for (int line = of(table) + 1; line < row; line++) {
      if (text(table.file(), line).startsWith("|")) {
        return line;
      }
    }
    return row;
  }
}
