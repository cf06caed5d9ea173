package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The tokens of a file as the parser sees them, and the comments beside them that say something.
 *
 * @param docs doc comments by the offset of the token that follows
 * @param allows the comments that silence warnings
 */
record Lexemes(List<Token> tokens, Map<Integer, String> docs, AllowComments allows) {
  /** The memory that a tree takes goes with its tokens, whatever their length. */
  static final int MOST_TOKENS = 400_000;

  static Lexemes read(SourceFile source, Problems problems) {
    FeatLexer lexer = new FeatLexer(new SourceStream(source));
    lexer.removeErrorListeners();
    LexicalCheck check = new LexicalCheck(source, problems);
    Lexemes lexemes = new Lexemes(new ArrayList<>(), new HashMap<>(), new AllowComments(source));
    List<String> doc = new ArrayList<>();
    Token token;
    do {
      token = lexer.nextToken();
      lexemes.allows().see(token);
      if (token.getType() == FeatLexer.DOC) {
        doc.add(content(token));
      } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        check.admit(token).ifPresent(admitted -> lexemes.add(admitted, doc));
      }
    } while (token.getType() != Token.EOF && lexemes.tokens().size() < MOST_TOKENS);
    return token.getType() == Token.EOF ? lexemes : tooMany(token, lexer, problems, source);
  }

  /** Nothing of the file, as if it were empty. */
  private static Lexemes tooMany(
      Token token, FeatLexer lexer, Problems problems, SourceFile source) {
    problems.add(
        Diagnostic.error(
            Codes.TOO_LARGE,
            Spans.of(source, token),
            "the file has more than %,d words and signs".formatted(MOST_TOKENS),
            "split it into several files"));
    return new Lexemes(List.of(lexer.emitEOF()), Map.of(), new AllowComments(source));
  }

  /** The doc comment above a token. */
  Optional<String> docOf(Token token) {
    return Optional.ofNullable(docs.get(token.getStartIndex()));
  }

  private void add(Token token, List<String> doc) {
    if (!doc.isEmpty()) {
      docs.put(token.getStartIndex(), String.join("\n", doc));
      doc.clear();
    }
    settle(token);
    tokens.add(token);
  }

  /** Turns the last token into a name, if what follows shows that it is no keyword. */
  private void settle(Token next) {
    if (tokens.isEmpty()) {
      return;
    }
    Token last = tokens.get(tokens.size() - 1);
    boolean name =
        switch (last.getType()) {
          case FeatLexer.CASE -> next.getType() != FeatLexer.WHEN;
          case FeatLexer.DEFAULT -> next.getType() == FeatLexer.ASSIGN || isColumn(last, next);
          default -> next.getType() == FeatLexer.ASSIGN && Words.isWord(last);
        };
    if (name) {
      ((CommonToken) last).setType(FeatLexer.IDENT);
    }
  }

  /** Whether {@code default} is the name of a column, since it begins one and a type follows. */
  private boolean isColumn(Token last, Token next) {
    boolean type = next.getType() == FeatLexer.IDENT || next.getType() == FeatLexer.STRUCT;
    if (!type || next.getLine() != last.getLine() || tokens.size() < 2) {
      return false;
    }
    Token before = tokens.get(tokens.size() - 2);
    return before.getLine() < last.getLine()
        || before.getType() == FeatLexer.COMMA
        || before.getType() == FeatLexer.LBRACE;
  }

  private static String content(Token token) {
    String text = token.getText().substring("///".length());
    return (text.startsWith(" ") ? text.substring(1) : text).stripTrailing();
  }
}
