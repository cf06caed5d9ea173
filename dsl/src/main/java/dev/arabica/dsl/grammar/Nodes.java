package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Renamed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RuleContext;
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

  Name name(Token token) {
    return new Name(token.getText(), span(token));
  }

  List<Renamed> renamed(List<FeatParser.RenamedContext> contexts) {
    return contexts.stream().map(this::renamed).toList();
  }

  private Renamed renamed(FeatParser.RenamedContext context) {
    Optional<Name> as = Optional.ofNullable(context.name(1)).map(this::name);
    return new Renamed(name(context.name(0)), as);
  }

  /** Names with points between them, as one. */
  Name path(List<FeatParser.NameContext> parts) {
    String path = parts.stream().map(RuleContext::getText).collect(Collectors.joining("."));
    return new Name(path, span(parts.get(0)).to(span(parts.get(parts.size() - 1))));
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

  /** The statements of a block that read all they wanted. */
  static List<ParserRuleContext> statements(ParserRuleContext block) {
    return block.getRuleContexts(ParserRuleContext.class).stream().filter(Nodes::isWhole).toList();
  }

  void error(Code code, Span span, String message, String hint) {
    problems.add(Diagnostic.error(code, span, message, hint));
  }
}
