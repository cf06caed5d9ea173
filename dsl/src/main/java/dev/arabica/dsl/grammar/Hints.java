package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** What to do about a token that the parser could not read, where that can be guessed. */
final class Hints {
  /** Shorter words are near to too many others. */
  private static final int SHORTEST_SLIP = 3;

  private static final String COLON = "`:` stands between a name and its value here";

  private final Layout layout;

  Hints(Layout layout) {
    this.layout = layout;
  }

  /** The hint for a token where others were expected. */
  Optional<String> expected(Token found, Expectation expected, ParserRuleContext context) {
    return of(found, context)
        .or(() -> ofExpectation(found, expected, context))
        .or(() -> slip(found, expected.words()))
        .or(() -> expected.isName() ? Optional.empty() : slip(before(found), expected.words()));
  }

  /** The hint for a token behind a statement that was complete before it. */
  Optional<String> dangling(Token found, Block block, ParserRuleContext context) {
    List<String> words = new ArrayList<>(block.clauses());
    words.addAll(block.words());
    return of(found, context).or(() -> slip(found, words));
  }

  private static Optional<String> slip(Token token, List<String> words) {
    return token.getType() == FeatLexer.IDENT && token.getText().length() >= SHORTEST_SLIP
        ? Suggestions.hint(token.getText(), words)
        : Optional.empty();
  }

  private Optional<String> of(Token found, ParserRuleContext context) {
    String hint =
        switch (found.getType()) {
          case FeatLexer.ASSIGN -> ofAssignment(context);
          case FeatLexer.COLON -> ofColon(context);
          case FeatLexer.GT -> isNotEqual(found, context) ? "`!=` means not equal" : null;
          case FeatLexer.WHERE ->
              Enclosing.nearest(context) == Block.FEATURES
                  ? "the filter of a whole group is the first line of its block"
                  : null;
          case FeatLexer.NOT ->
              Enclosing.nearest(context) == Block.FIELDS
                      || Enclosing.nearest(context) == Block.COLUMNS
                  ? "only a type with `?` behind it may be null"
                  : null;
          case FeatLexer.PIPE -> "each row of a table is a line of its own";
          case FeatLexer.ROW -> "a table stands below `given` and the name of what it holds";
          default -> null;
        };
    return Optional.ofNullable(hint).or(() -> ofCase(found));
  }

  private Optional<String> ofExpectation(
      Token found, Expectation expected, ParserRuleContext context) {
    String hint = null;
    if (context instanceof FeatParser.KeyValuesContext) {
      hint = "each value stands behind the name of its key, as in `user_id: \"U1\"`";
    } else if (expected.isName() && found.getType() == FeatLexer.STRING) {
      hint = "a name stands without quotes";
    } else if (expected.has(FeatLexer.DURATION) && found.getType() == FeatLexer.INT) {
      hint = "a duration is a whole number and one of us, ms, s, m, h, d, such as `90m`";
    } else if (expected.has(FeatLexer.DOT) && context instanceof FeatParser.ImportDeclContext) {
      hint = "an import names a package and what it declares: `import shop.events.visits`";
    } else if (expected.isOnly(FeatLexer.LPAREN) && isAggregate(context)) {
      hint = "an aggregate has brackets, as in `count()`";
    } else if (isDefaultOfField(context)) {
      hint = "only columns of snapshots and requests have defaults; for others there is `a ?? 0`";
    } else if (isInNamedArgument(context)) {
      hint = "behind the name of an argument stands one value; compute it with `let`";
    }
    return Optional.ofNullable(hint);
  }

  private static String ofAssignment(ParserRuleContext context) {
    if (context instanceof FeatParser.StructValueContext) {
      return COLON;
    }
    return switch (context.getRuleIndex()) {
      case FeatParser.RULE_bindings, FeatParser.RULE_keyValue, FeatParser.RULE_expected -> COLON;
      case FeatParser.RULE_name, FeatParser.RULE_newName -> null;
      default -> "`==` compares; `=` gives a name to something";
    };
  }

  private static String ofColon(ParserRuleContext context) {
    return context.getRuleIndex() == FeatParser.RULE_arguments
        ? "nothing stands between the name of an argument and its value: `half_life 2h`"
        : null;
  }

  private Optional<String> ofCase(Token found) {
    return before(found).getText().equals("case")
        ? Optional.of("each case is a condition: `case when a == 1 then \"one\" end`")
        : Optional.empty();
  }

  private boolean isNotEqual(Token found, ParserRuleContext context) {
    return context.getRuleIndex() == FeatParser.RULE_expr
        && before(found).getType() == FeatLexer.LT;
  }

  private static boolean isAggregate(ParserRuleContext context) {
    return context.getParent() instanceof FeatParser.FeatureContext
        || context.getParent() instanceof FeatParser.LabelContext;
  }

  private static boolean isDefaultOfField(ParserRuleContext context) {
    return Enclosing.statement(context) instanceof FeatParser.FieldContext field
        && field.getStart().getType() == FeatLexer.DEFAULT;
  }

  private static boolean isInNamedArgument(ParserRuleContext context) {
    return context instanceof FeatParser.ArgumentsContext arguments
        && !arguments.argument().isEmpty()
        && arguments.argument(arguments.argument().size() - 1).value() != null;
  }

  private Token before(Token token) {
    return layout.token(Math.max(0, token.getTokenIndex() - 1));
  }
}
