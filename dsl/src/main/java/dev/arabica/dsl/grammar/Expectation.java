package dev.arabica.dsl.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What could have stood at the place of an error, in the words of a reader. */
final class Expectation {
  private static final int MOST = 4;

  private final IntervalSet tokens;
  private final ParserRuleContext context;

  private Expectation(IntervalSet tokens, ParserRuleContext context) {
    this.tokens = tokens;
    this.context = context;
  }

  static Expectation of(IntervalSet tokens, ParserRuleContext context) {
    return new Expectation(tokens, context);
  }

  /** Whether a name and nothing larger would have done. */
  boolean isName() {
    return tokens.contains(FeatLexer.IDENT) && !isExpression() && !isType();
  }

  /** Whether the name of a new thing would have done. */
  boolean isFreeName() {
    return isName() && !isAggregate() && !isTarget();
  }

  /** Whether a token would have done. */
  boolean has(int type) {
    return tokens.contains(type);
  }

  /** Whether this token and no other would have done. */
  boolean isOnly(int type) {
    return tokens.size() == 1 && tokens.contains(type);
  }

  /** The keywords that would have done. */
  List<String> words() {
    return tokens.toList().stream()
        .filter(type -> type >= FeatLexer.PACKAGE && type <= FeatLexer.FALSE)
        .map(type -> FeatParser.VOCABULARY.getLiteralName(type).replace("'", ""))
        .toList();
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    IntervalSet rest = new IntervalSet(tokens);
    if (isExpression()) {
      parts.add("an expression");
      removeExpressionStarts(rest);
    } else if (isLiteral()) {
      removeExpressionStarts(rest);
    } else if (tokens.contains(FeatLexer.IDENT)) {
      parts.add(isType() ? "a type such as `int64`" : name());
      removeNames(rest);
    }
    rest.toList().stream()
        .sorted(Comparator.comparing(Expectation::isCloser))
        .limit(MOST)
        .map(this::describe)
        .forEach(parts::add);
    if (isLiteral() && !isExpression()) {
      parts.add("a literal such as `0`, `\"none\"` or `null`");
    }
    return join(parts);
  }

  private boolean isExpression() {
    return tokens.contains(FeatLexer.LPAREN) && isLiteral();
  }

  private boolean isLiteral() {
    return tokens.contains(FeatLexer.INT) && tokens.contains(FeatLexer.STRING);
  }

  private boolean isType() {
    return tokens.contains(FeatLexer.STRUCT);
  }

  private String name() {
    if (isAggregate()) {
      return "an aggregate such as `count()`";
    }
    if (context.getRuleIndex() == FeatParser.RULE_value) {
      return "an expression";
    }
    return isTarget() ? "the name of a group, a snapshot or a request" : "a name";
  }

  private boolean isAggregate() {
    ParserRuleContext holder = holderOfName();
    return holder instanceof FeatParser.FeatureContext || holder instanceof FeatParser.LabelContext;
  }

  private boolean isTarget() {
    return holderOfName() instanceof FeatParser.TargetContext;
  }

  private ParserRuleContext holderOfName() {
    return context.getRuleIndex() == FeatParser.RULE_name ? context.getParent() : context;
  }

  private static void removeNames(IntervalSet tokens) {
    remove(tokens, FeatLexer.PACKAGE, FeatLexer.STRUCT);
    tokens.remove(FeatLexer.IDENT);
  }

  private static void removeExpressionStarts(IntervalSet tokens) {
    removeNames(tokens);
    remove(tokens, FeatLexer.NULL, FeatLexer.FALSE);
    remove(tokens, FeatLexer.INT, FeatLexer.STRING);
    List.of(FeatLexer.NOT, FeatLexer.LPAREN, FeatLexer.LBRACK, FeatLexer.LBRACE, FeatLexer.MINUS)
        .forEach(tokens::remove);
  }

  private static void remove(IntervalSet tokens, int first, int last) {
    for (int type = first; type <= last; type++) {
      tokens.remove(type);
    }
  }

  private static boolean isCloser(int type) {
    return type == FeatLexer.RBRACE || type == FeatLexer.RPAREN || type == FeatLexer.RBRACK;
  }

  private String describe(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the file";
      case FeatLexer.DURATION -> "a duration such as `5m`";
      case FeatLexer.STRING -> "a string in double quotes";
      case FeatLexer.INT -> "a whole number";
      case FeatLexer.TIMESTAMP -> "a timestamp such as `2025-11-29T16:03:10Z`";
      case FeatLexer.ROW -> "a row such as `| id | at |`";
      case FeatLexer.RBRACE -> "`}`" + closing();
      case FeatLexer.RPAREN -> "`)`" + closing();
      case FeatLexer.RBRACK -> "`]`" + closing();
      default -> FeatParser.VOCABULARY.getLiteralName(type).replace('\'', '`');
    };
  }

  private String closing() {
    if (Block.of(context) != null) {
      return " to close " + Enclosing.owner(context);
    }
    return switch (context.getRuleIndex()) {
      case FeatParser.RULE_arguments, FeatParser.RULE_bindings, FeatParser.RULE_keyValues ->
          " to close `" + callee() + "(`";
      case FeatParser.RULE_list, FeatParser.RULE_items -> " to close the list";
      case FeatParser.RULE_access -> " to close the index";
      default -> context instanceof FeatParser.StructValueContext ? " to close the struct" : "";
    };
  }

  private String callee() {
    int index = context.getParent().children.indexOf(context);
    return Shown.text(context.getParent().getChild(index - 1).getText());
  }

  private static String join(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " or " + parts.get(last);
  }
}
