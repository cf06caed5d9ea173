package dev.arabica.dsl;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints diagnostics for people.
 *
 * <pre>
 * specs/views.feat:3:9: error F0110: expected a name but found `{`
 *   |
 * 3 | source {
 *   |        ^
 *   = hint: ...
 * </pre>
 */
public final class DiagnosticRenderer {
  private static final String RED = "\u001b[1;31m";
  private static final String YELLOW = "\u001b[1;33m";
  private static final String CYAN = "\u001b[36m";
  private static final String RESET = "\u001b[0m";

  private final boolean colour;

  /**
   * @param colour whether to write ANSI colours; for terminals only
   */
  public DiagnosticRenderer(boolean colour) {
    this.colour = colour;
  }

  /** All diagnostics, an empty line between two. */
  public String render(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(this::render).collect(Collectors.joining("\n"));
  }

  /** One diagnostic; every line ends with a line feed. */
  public String render(Diagnostic diagnostic) {
    Span span = diagnostic.span();
    Position position = span.file().positionOf(span.start());
    return heading(diagnostic, position) + excerpt(diagnostic, position) + hint(diagnostic);
  }

  private String heading(Diagnostic diagnostic, Position position) {
    String kind = diagnostic.severity().word() + " " + diagnostic.code();
    String file = Excerpt.printable(diagnostic.span().file().name());
    String message = Excerpt.printable(diagnostic.message());
    return file + ":" + position + ": " + paint(colourOf(diagnostic), kind) + ": " + message + "\n";
  }

  private String excerpt(Diagnostic diagnostic, Position position) {
    Excerpt excerpt = Excerpt.of(diagnostic.span(), position);
    String number = Integer.toString(position.line());
    String margin = " ".repeat(number.length());
    String underline = paint(colourOf(diagnostic), excerpt.underline());
    return paint(CYAN, margin + " |")
        + "\n"
        + paint(CYAN, number + " |")
        + (excerpt.line().isEmpty() ? "" : " " + excerpt.line())
        + "\n"
        + paint(CYAN, margin + " |")
        + " "
        + " ".repeat(excerpt.indent())
        + underline
        + "\n";
  }

  private String hint(Diagnostic diagnostic) {
    return diagnostic
        .hint()
        .map(hint -> "  " + paint(CYAN, "= hint:") + " " + Excerpt.printable(hint) + "\n")
        .orElse("");
  }

  private String paint(String code, String text) {
    return colour ? code + text + RESET : text;
  }

  private static String colourOf(Diagnostic diagnostic) {
    return diagnostic.isError() ? RED : YELLOW;
  }
}
