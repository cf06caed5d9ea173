package dev.arabica.compiler;

import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.ParseResult;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.FeatFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What syntax errors may have hidden. A statement with one is absent from the tree, so a name that
 * seems unknown may be declared there; to report it would be an echo of the first error.
 */
final class Damage {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Map<SourceFile, List<Span>> errors = new IdentityHashMap<>();
  private final Map<Span, Set<String>> wordsOfDamaged = new HashMap<>();
  private final Set<String> lostWords = new HashSet<>();

  Damage(List<ParseResult> parsed) {
    for (ParseResult result : parsed) {
      if (!result.diagnostics().isEmpty()) {
        List<Span> places = result.diagnostics().stream().map(Diagnostic::span).toList();
        errors.put(result.file().source(), places);
        lostWords.addAll(words(outsideDeclarations(result)));
      }
    }
  }

  /** Whether there is any syntax error. */
  boolean isAny() {
    return !errors.isEmpty();
  }

  /** Whether a file has a syntax error. */
  boolean isIn(SourceFile file) {
    return errors.containsKey(file);
  }

  /** Whether a syntax error lies inside a declaration. */
  boolean isIn(Span declaration) {
    return errors.getOrDefault(declaration.file(), List.of()).stream()
        .anyMatch(
            error -> error.start() >= declaration.start() && error.start() <= declaration.end());
  }

  /** Whether a damaged declaration may have declared a name. */
  boolean mayHide(String name, Span declaration) {
    return isIn(declaration)
        && wordsOfDamaged.computeIfAbsent(declaration, span -> words(span.text())).contains(name);
  }

  /** Whether a top-level declaration of this name may have been lost. */
  boolean mayHideDeclaration(String name) {
    return lostWords.contains(name);
  }

  private static String outsideDeclarations(ParseResult result) {
    StringBuilder text = new StringBuilder(result.file().source().text());
    FeatFile file = result.file();
    file.packageDecl().ifPresent(decl -> blank(decl.span(), text));
    file.imports().forEach(decl -> blank(decl.span(), text));
    file.declarations().forEach(decl -> blank(decl.span(), text));
    return text.toString();
  }

  private static void blank(Span span, StringBuilder text) {
    for (int i = span.start(); i < span.end(); i++) {
      text.setCharAt(i, ' ');
    }
  }

  private static Set<String> words(String text) {
    return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
