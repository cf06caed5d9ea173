package dev.arabica.compiler;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.ParseResult;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Collects diagnostics while the phases run. Where a syntax error stands, nothing more is said; and
 * of one file only so many errors are kept.
 */
final class Findings {
  private static final int MOST_PER_FILE = 100;
  private static final int LISTED = 12;

  /** Hints that take a search of all names are given only so often. */
  private static final int MOST_SEARCHES = 500;

  private final Map<SourceFile, Integer> order = new IdentityHashMap<>();
  private final Map<SourceFile, Integer> errors = new IdentityHashMap<>();
  private final Set<Place> syntaxErrors = new HashSet<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean hasErrors;
  private int searches;

  private record Place(SourceFile file, int start) {}

  Findings(List<ParseResult> parsed) {
    for (ParseResult result : parsed) {
      order.put(result.file().source(), order.size());
      for (Diagnostic diagnostic : result.diagnostics()) {
        diagnostics.add(diagnostic);
        hasErrors |= diagnostic.isError();
        syntaxErrors.add(placeOf(diagnostic.span()));
      }
    }
  }

  void error(Code code, Span span, String message) {
    add(code, span, message, Optional::empty);
  }

  void error(Code code, Span span, String message, String hint) {
    add(code, span, message, () -> Optional.of(hint));
  }

  /** The hint is asked for only if the error is kept, and few were asked for before. */
  void error(Code code, Span span, String message, Supplier<Optional<String>> hint) {
    add(code, span, message, () -> searches++ < MOST_SEARCHES ? hint.get() : Optional.empty());
  }

  private void add(Code code, Span span, String message, Supplier<Optional<String>> hint) {
    if (syntaxErrors.contains(placeOf(span))) {
      return;
    }
    hasErrors = true;
    int count = errors.merge(span.file(), 1, Integer::sum);
    if (count <= MOST_PER_FILE) {
      diagnostics.add(Diagnostic.error(code, span, message).withHint(hint.get()));
    } else if (count == MOST_PER_FILE + 1) {
      diagnostics.add(
          Diagnostic.error(
              Codes.TOO_MANY,
              span,
              "more than %d errors; the rest is not shown".formatted(MOST_PER_FILE)));
    }
  }

  void warning(Code code, Span span, String message, String hint) {
    diagnostics.add(Diagnostic.warning(code, span, message, hint));
  }

  /** Names in backquotes with commas between, cut where there are many. */
  static String listing(Collection<String> names) {
    List<String> shown = names.stream().limit(LISTED).map(name -> "`" + name + "`").toList();
    return String.join(", ", shown) + (names.size() > shown.size() ? ", ..." : "");
  }

  /** Whether an error was found, in the text or in its meaning. */
  boolean hasErrors() {
    return hasErrors;
  }

  /**
   * The files in the order given, each from its top; errors before warnings at one place. Of one
   * file only so many warnings are kept.
   */
  List<Diagnostic> inSourceOrder(Silencer silencer) {
    List<Diagnostic> sorted = new ArrayList<>(silencer.audible(diagnostics));
    if (!hasErrors) {
      sorted.addAll(silencer.unused());
    }
    sorted.sort(
        Comparator.<Diagnostic>comparingInt(d -> order.get(d.span().file()))
            .thenComparingInt(d -> d.span().start())
            .thenComparing(Diagnostic::severity));
    return withoutMany(sorted);
  }

  private static List<Diagnostic> withoutMany(List<Diagnostic> sorted) {
    Map<SourceFile, Integer> warnings = new IdentityHashMap<>();
    List<Diagnostic> kept = new ArrayList<>();
    for (Diagnostic diagnostic : sorted) {
      if (diagnostic.isError()) {
        kept.add(diagnostic);
        continue;
      }
      int count = warnings.merge(diagnostic.span().file(), 1, Integer::sum);
      if (count <= MOST_PER_FILE) {
        kept.add(diagnostic);
      } else if (count == MOST_PER_FILE + 1) {
        kept.add(
            Diagnostic.warning(
                Codes.TOO_MANY,
                diagnostic.span(),
                "more than %d warnings; the rest is not shown".formatted(MOST_PER_FILE)));
      }
    }
    return kept;
  }

  private static Place placeOf(Span span) {
    return new Place(span.file(), span.start());
  }
}
