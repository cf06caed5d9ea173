package dev.arabica.compiler.report;

/**
 * The room that text takes in a fixed-width font, measured generously: fonts differ, and a box must
 * never be too small for what is in it.
 */
final class TextMeasure {
  static final int FONT = 12;
  static final int LINE = 17;
  static final int PADDING = 12;

  /** The widest of the usual fixed-width fonts is 0.61 of its size. */
  private static final double ADVANCE = 0.63;

  private static final int FIRST_WIDE = 0x1100;

  int width(PlanGraph.Node node) {
    double widest = width(node.kind().word()) + width("  ") + width(node.title());
    for (String line : node.lines()) {
      widest = Math.max(widest, width(line));
    }
    return (int) Math.ceil(widest) + 2 * PADDING;
  }

  int height(PlanGraph.Node node) {
    return (1 + node.lines().size()) * LINE + PADDING;
  }

  /** Letters beyond the alphabets of Europe and the Near East may be twice as wide. */
  static double width(String text) {
    return text.codePoints().mapToDouble(c -> c < FIRST_WIDE || c == '…' ? 1 : 2).sum()
        * ADVANCE
        * FONT;
  }
}
