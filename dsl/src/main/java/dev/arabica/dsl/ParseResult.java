package dev.arabica.dsl;

import dev.arabica.dsl.ast.FeatFile;
import java.util.List;

/**
 * What became of a text. With errors the tree holds the parts that parsed, so that later phases can
 * report what they find in those; names that are missing from it may be missing because of a syntax
 * error.
 *
 * @param allows the warnings that comments silence
 */
public record ParseResult(FeatFile file, List<Diagnostic> diagnostics, List<Allow> allows) {
  public ParseResult {
    allows = List.copyOf(allows);
    diagnostics = List.copyOf(diagnostics);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
