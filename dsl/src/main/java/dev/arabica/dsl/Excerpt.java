package dev.arabica.dsl;

/**
 * The part of a source line that people are shown, and where the carets go. A line longer than a
 * screen is cut around the place; control characters, which could write anything to a terminal, are
 * replaced.
 */
public record Excerpt(String line, int indent, String underline) {
  private static final int WIDTH = 100;
  private static final int BEFORE = 40;
  private static final String CUT = "...";

  /** The first line of a span, which starts at the position. */
  public static Excerpt of(Span span, Position position) {
    int[] line = printable(span.file().line(position.line())).codePoints().toArray();
    int caret = Math.min(position.column() - 1, line.length);
    int carets = Math.max(1, Math.min(span.text().codePointCount(0, lengthOnLine(span)), WIDTH));
    int from =
        line.length <= WIDTH ? 0 : Math.max(0, Math.min(caret - BEFORE, line.length - WIDTH));
    int to = Math.min(line.length, from + WIDTH);
    String head = from > 0 ? CUT : "";
    String shown = head + new String(line, from, to - from) + (to < line.length ? CUT : "");
    int width = Math.max(1, Math.min(carets, to - caret));
    return new Excerpt(shown, head.length() + caret - from, "^".repeat(width));
  }

  /** The text with a space for each tab and U+FFFD for each other control character. */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\t' ? ' ' : isUnsafe(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isUnsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  private static int lengthOnLine(Span span) {
    String text = span.text();
    int end = text.indexOf('\n');
    return end < 0 ? text.length() : end;
  }
}
