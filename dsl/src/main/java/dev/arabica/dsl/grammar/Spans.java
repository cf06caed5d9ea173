package dev.arabica.dsl.grammar;

import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** From tokens and parse trees to spans. */
final class Spans {
  private Spans() {}

  static Span of(SourceFile source, Token token) {
    int start = token.getStartIndex();
    return new Span(source, start, Math.max(start, token.getStopIndex() + 1));
  }

  static Span of(SourceFile source, ParserRuleContext context) {
    int start = context.getStart().getStartIndex();
    return new Span(source, start, Math.max(start, context.getStop().getStopIndex() + 1));
  }
}
