package dev.arabica.compiler;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects diagnostics while the phases run. */
final class Findings {
  private final List<SourceFile> files;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  Findings(List<SourceFile> files) {
    this.files = files;
  }

  void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  void error(Code code, Span span, String message) {
    add(Diagnostic.error(code, span, message));
  }

  void error(Code code, Span span, String message, String hint) {
    add(Diagnostic.error(code, span, message, hint));
  }

  void error(Code code, Span span, String message, Optional<String> hint) {
    add(Diagnostic.error(code, span, message).withHint(hint));
  }

  void warning(Code code, Span span, String message, String hint) {
    add(Diagnostic.warning(code, span, message, hint));
  }

  /** "the columns are a, b and c", cut where there are many. */
  static String listing(Collection<String> names) {
    List<String> shown = names.stream().limit(12).map(name -> "`" + name + "`").toList();
    return String.join(", ", shown) + (names.size() > shown.size() ? ", ..." : "");
  }

  List<Diagnostic> inSourceOrder() {
    List<Diagnostic> sorted = new ArrayList<>(diagnostics);
    sorted.sort(
        Comparator.<Diagnostic>comparingInt(d -> files.indexOf(d.span().file()))
            .thenComparingInt(d -> d.span().start()));
    return sorted;
  }
}
