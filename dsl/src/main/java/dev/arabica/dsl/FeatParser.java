package dev.arabica.dsl;

import dev.arabica.dsl.grammar.SyntaxReader;

/** The way into the module. */
public final class FeatParser {
  private FeatParser() {}

  /** Parses a file. Never throws for what the file holds. */
  public static ParseResult parse(SourceFile source) {
    Problems problems = new Problems();
    source.defect().ifPresent(defect -> problems.add(describe(defect, source)));
    SyntaxReader.Syntax syntax = SyntaxReader.read(source, problems);
    return new ParseResult(syntax.file(), problems.inOrder(), syntax.allows());
  }

  private static Diagnostic describe(SourceFile.Defect defect, SourceFile source) {
    if (defect instanceof SourceFile.Defect.NotUtf8 notUtf8) {
      return Diagnostic.error(
          Codes.NOT_UTF8,
          new Span(source, notUtf8.offset(), notUtf8.offset() + 1),
          "the file is not UTF-8 from here",
          "save the file as UTF-8");
    }
    return Diagnostic.error(
        Codes.TOO_LARGE,
        new Span(source, 0, 0),
        "the file is larger than %d bytes".formatted(SourceFile.MAX_BYTES),
        "split it into several files");
  }
}
