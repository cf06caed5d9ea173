package dev.arabica.dsl.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;

/** The words that recovery and messages know by their text. */
final class Words {
  /** What a file can hold. */
  static final List<String> DECLARATIONS =
      List.of("source", "view", "features", "snapshot", "request", "feature_set", "model", "test");

  /** The same as a sentence has them. */
  static final String LISTED =
      DECLARATIONS.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));

  /** Words that cannot be names. */
  static final Set<String> RESERVED =
      Set.of(
          "and", "as", "false", "in", "is", "let", "not", "null", "or", "over", "struct", "true",
          "where");

  private Words() {}

  /** Whether a token can follow the keyword of a statement, but not a name. */
  static boolean isBehindKeyword(Token keyword, Token token) {
    return switch (token.getType()) {
      case FeatLexer.LBRACE -> keyword.getType() == FeatLexer.FIELDS;
      case FeatLexer.IDENT,
          FeatLexer.STRING,
          FeatLexer.DURATION,
          FeatLexer.TIMESTAMP,
          FeatLexer.UP,
          FeatLexer.OPEN,
          FeatLexer.CLOSED,
          FeatLexer.ON_READ,
          FeatLexer.ASSEMBLED ->
          true;
      default -> false;
    };
  }

  /** Whether a token is a name, or a keyword that is a name elsewhere. */
  static boolean isWord(Token token) {
    int type = token.getType();
    return type == FeatLexer.IDENT || type >= FeatLexer.PACKAGE && type <= FeatLexer.DEFAULT;
  }
}
