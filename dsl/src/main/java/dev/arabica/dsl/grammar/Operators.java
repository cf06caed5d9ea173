package dev.arabica.dsl.grammar;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.arabica.dsl.ast.BinaryExpr.Operator;
import java.util.Arrays;
import java.util.Map;
import org.antlr.v4.runtime.Token;

/**
 * From operator tokens to operators. By type and not by text, since `&&` reaches the parser as
 * `and`.
 */
final class Operators {
  private static final Map<String, Operator> BY_SYMBOL =
      Arrays.stream(Operator.values()).collect(toUnmodifiableMap(Operator::symbol, o -> o));

  private Operators() {}

  static Operator of(Token token) {
    String quoted = FeatParser.VOCABULARY.getLiteralName(token.getType());
    return BY_SYMBOL.get(quoted.substring(1, quoted.length() - 1));
  }
}
