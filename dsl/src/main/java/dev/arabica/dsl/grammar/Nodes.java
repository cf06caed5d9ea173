package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Name;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/**
 * What every node of the tree is made with: its place, its names, its doc comment; and where to say
 * what is wrong.
 */
record Nodes(SourceFile source, Lexemes lexemes, Problems problems) {
  Span span(ParserRuleContext context) {
    return Spans.of(source, context);
  }

  Span span(Token token) {
    return Spans.of(source, token);
  }

  Name name(ParserRuleContext context) {
    return new Name(context.getText(), span(context));
  }

  List<Name> names(FeatParser.NamesContext context) {
    return context.name().stream().map(this::name).toList();
  }

  Optional<String> doc(ParserRuleContext context) {
    return lexemes.docOf(context.getStart());
  }

  /** Whether a rule read all it wanted; a rule that did not has no node. */
  static boolean isWhole(ParserRuleContext context) {
    return context.exception == null;
  }

  void error(Code code, Span span, String message, String hint) {
    problems.add(Diagnostic.error(code, span, message, hint));
  }
}
