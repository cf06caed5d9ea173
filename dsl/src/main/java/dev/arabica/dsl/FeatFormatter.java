package dev.arabica.dsl;

import dev.arabica.dsl.format.FilePrinter;
import java.util.List;
import java.util.Optional;

/**
 * The one layout of a spec. What it gives parses to the same tree as the text it was given, holds
 * the same comments in the same order, and is laid out already: formatting it again changes
 * nothing.
 */
public final class FeatFormatter {
  private FeatFormatter() {}

  /**
   * What became of a text.
   *
   * @param text the text laid out; empty if there are errors
   * @param diagnostics why it could not be
   */
  public record Result(Optional<String> text, List<Diagnostic> diagnostics) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** Lays out a file. One that does not parse is left alone. */
  public static Result format(SourceFile source) {
    ParseResult parsed = FeatParser.parse(source);
    return parsed.hasErrors()
        ? new Result(Optional.empty(), parsed.diagnostics())
        : new Result(Optional.of(FilePrinter.print(source)), parsed.diagnostics());
  }
}
