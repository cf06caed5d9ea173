package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Stands between lexer and parser. A token that no spec can hold is reported here and passed on as
 * what its author meant, or not at all, so that one slip makes one diagnostic.
 */
final class LexicalCheck {
  private final SourceFile source;
  private final Problems problems;
  private int endOfUnexpected = -1;

  LexicalCheck(SourceFile source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The token that the parser is to see in place of this one, if any. */
  Optional<Token> admit(Token token) {
    return switch (token.getType()) {
      case FeatLexer.MALFORMED_NUMBER -> malformedNumber(token);
      case FeatLexer.UNTERMINATED_STRING -> unterminatedString(token);
      case FeatLexer.SINGLE_QUOTED -> singleQuoted(token);
      case FeatLexer.BLOCK_COMMENT, FeatLexer.HASH_COMMENT -> comment(token);
      case FeatLexer.SEMICOLON ->
          foreign(token, "`;` has no place here", "statements need nothing between them");
      case FeatLexer.FOREIGN_AND -> operator(token, "and", FeatLexer.AND);
      case FeatLexer.FOREIGN_OR -> operator(token, "or", FeatLexer.OR);
      case FeatLexer.FOREIGN_NOT -> operator(token, "not", FeatLexer.NOT);
      case FeatLexer.UNEXPECTED -> unexpected(token);
      default -> Optional.of(token);
    };
  }

  private Optional<Token> malformedNumber(Token token) {
    String text = token.getText();
    boolean duration = Character.isLetter(text.charAt(text.length() - 1));
    report(
        Codes.MALFORMED_LITERAL,
        token,
        "`" + Shown.text(text) + "` is neither a number nor a duration",
        "a duration is a whole number and one of us, ms, s, m, h, d, such as `90m`");
    return duration ? as(token, FeatLexer.DURATION, "0s") : as(token, FeatLexer.INT, "0");
  }

  private Optional<Token> unterminatedString(Token token) {
    report(
        Codes.UNTERMINATED_STRING,
        token,
        "the string is not closed on its line",
        "end it with `\"`; a line feed inside a string is written `\\n`");
    return as(token, FeatLexer.STRING, "\"\"");
  }

  private Optional<Token> singleQuoted(Token token) {
    foreign(token, "a string stands in double quotes", "write `\"...\"`");
    return as(token, FeatLexer.STRING, token.getText());
  }

  private Optional<Token> comment(Token token) {
    return foreign(token, "this is not how a comment is written", "begin each line with `//`");
  }

  private Optional<Token> operator(Token token, String meant, int type) {
    foreign(token, "`%s` is not an operator".formatted(token.getText()), "write `" + meant + "`");
    return as(token, type, token.getText());
  }

  private Optional<Token> foreign(Token token, String message, String hint) {
    report(Codes.FOREIGN_SPELLING, token, message, hint);
    return Optional.empty();
  }

  /** Of characters in a row the parser sees only the first; of malformed UTF-8 it sees nothing. */
  private Optional<Token> unexpected(Token token) {
    boolean follows = token.getStartIndex() == endOfUnexpected;
    endOfUnexpected = token.getStopIndex() + 1;
    int character = source.text().codePointAt(token.getStartIndex());
    if (follows || character == 0xFFFD && !source.isUtf8()) {
      return Optional.empty();
    }
    String message = "unexpected character " + Shown.character(character);
    problems.add(Diagnostic.error(Codes.UNEXPECTED_CHARACTER, Spans.of(source, token), message));
    return Optional.of(token);
  }

  private void report(Code code, Token token, String message, String hint) {
    problems.add(Diagnostic.error(code, Spans.of(source, token), message, hint));
  }

  private static Optional<Token> as(Token token, int type, String text) {
    CommonToken meant = new CommonToken(token);
    meant.setType(type);
    meant.setText(text);
    return Optional.of(meant);
  }
}
