package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.Problems;
import dev.arabica.dsl.SourceFile;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/** Says in words what the parser could not read. */
final class SyntaxErrors {
  private final SourceFile source;
  private final Layout layout;
  private final Problems problems;
  private final Hints hints;

  SyntaxErrors(SourceFile source, Layout layout, Problems problems) {
    this.source = source;
    this.layout = layout;
    this.problems = problems;
    this.hints = new Hints(layout);
  }

  /** An error inside a rule. */
  void report(RecognitionException error, Parser parser) {
    ParserRuleContext context = parser.getContext();
    if (error instanceof GuardedParser.TooDeepException) {
      problems.add(tooDeep(error.getOffendingToken(), context));
    } else {
      problems.add(describe(error, Enclosing.statement(context), context));
    }
  }

  /** A token that starts no statement of the block it stands in. */
  void reportStray(Parser parser, Block block) {
    Token token = parser.getCurrentToken();
    ParserRuleContext context = parser.getContext();
    if (layout.runsOn(token.getTokenIndex())) {
      problems.add(dangling(token, context));
    } else {
      problems.add(block == Block.FILE ? strayInFile(token) : strayInBlock(token, block, context));
    }
  }

  /** A token on the line of a statement that was complete before it. */
  void reportDangling(Parser parser) {
    problems.add(dangling(parser.getCurrentToken(), parser.getContext()));
  }

  private Diagnostic dangling(Token found, ParserRuleContext context) {
    Token before = layout.token(found.getTokenIndex() - 1);
    String message = "unexpected " + Shown.token(found) + " after " + Shown.token(before);
    return at(found, Codes.UNEXPECTED, message)
        .withHint(hints.dangling(found, Enclosing.nearest(context), context));
  }

  private Diagnostic describe(
      RecognitionException error, ParserRuleContext statement, ParserRuleContext context) {
    Token first = statement.getStart();
    Token found = error.getOffendingToken();
    ParserRuleContext block = Enclosing.block(context);
    if (block != null && isLostBlock(first, found, context)) {
      boolean early = layout.startsDeclaration(first.getTokenIndex());
      return unclosed(early ? first : found, block);
    }
    Expectation expected = Expectation.of(error.getExpectedTokens(), context);
    if (expected.isFreeName() && Words.RESERVED.contains(found.getText())) {
      return reserved(found);
    }
    if (statement.getParent() != null && isNoStatement(statement, found, expected)) {
      return noStatement(statement, error);
    }
    String message = "expected " + expected + " but found " + Shown.token(found);
    return at(found, Codes.UNEXPECTED, message).withHint(hints.expected(found, expected, context));
  }

  /** Whether the first word is more likely a misspelt keyword than a name. */
  private boolean isNoStatement(ParserRuleContext statement, Token found, Expectation expected) {
    Token first = statement.getStart();
    if (!Block.isStatement(statement) || found.getTokenIndex() != first.getTokenIndex() + 1) {
      return false;
    }
    Block block = Block.of(statement.getParent());
    boolean runsOn = layout.runsOn(first.getTokenIndex());
    List<String> known = runsOn ? block.clauses() : block.words();
    return expected.isOnly(FeatLexer.ASSIGN) && runsOn
        || first.getType() == FeatLexer.IDENT
            && layout.onSameLine(first.getTokenIndex(), found.getTokenIndex())
            && Suggestions.closest(first.getText(), known).isPresent();
  }

  /** What was read as a new statement belongs to the one before it, which is broken by it. */
  private Diagnostic noStatement(ParserRuleContext statement, RecognitionException error) {
    ParserRuleContext block = statement.getParent();
    Token first = statement.getStart();
    if (!layout.runsOn(first.getTokenIndex())) {
      return strayInBlock(first, Block.of(block), block);
    }
    if (block.getChild(block.getChildCount() - 2) instanceof ParserRuleContext broken) {
      broken.exception = error;
    }
    return dangling(first, block);
  }

  /**
   * Whether the block has no end: the file ends, or a declaration starts, where its end could be.
   */
  private boolean isLostBlock(Token first, Token found, ParserRuleContext context) {
    return layout.startsDeclaration(first.getTokenIndex()) && Enclosing.isInStatement(context)
        || Block.of(context) != null
            && context.getStart() != found
            && (found.getType() == Token.EOF || layout.startsDeclaration(found.getTokenIndex()));
  }

  private Diagnostic unclosed(Token found, ParserRuleContext block) {
    int opened = block.getStart().getLine();
    String message =
        "expected `}` to close %s but found %s"
            .formatted(Enclosing.owner(block), Shown.token(found));
    return at(found, Codes.UNCLOSED_BLOCK, message)
        .withHint(Optional.of("its `{` is on line %d".formatted(opened)));
  }

  private Diagnostic strayInFile(Token token) {
    String text = token.getText();
    if (token.getType() == FeatLexer.PACKAGE) {
      return at(token, Codes.UNEXPECTED, "`package` comes first in a file, and once");
    }
    if (token.getType() == FeatLexer.IMPORT) {
      return at(token, Codes.UNEXPECTED, "`import` comes before the first declaration");
    }
    String message = "expected " + Block.FILE.content() + " but found " + Shown.token(token);
    return token.getType() == FeatLexer.IDENT
        ? at(token, Codes.UNKNOWN_WORD, message)
            .withHint(
                Suggestions.hint(text, Words.DECLARATIONS)
                    .or(() -> Optional.of("the declarations are " + Words.LISTED)))
        : at(token, Codes.UNEXPECTED, message).withHint(hintInFile(token));
  }

  private static Optional<String> hintInFile(Token token) {
    return Optional.of(
        token.getType() == FeatLexer.RBRACE
            ? "there is no open `{` left for it to close"
            : "the declarations are " + Words.LISTED);
  }

  private Diagnostic strayInBlock(Token token, Block block, ParserRuleContext context) {
    if (Words.RESERVED.contains(token.getText())
        && block.startsStatement(layout, token.getTokenIndex())) {
      return reserved(token);
    }
    String message =
        "expected %s or `}` to close %s but found %s"
            .formatted(block.content(), Enclosing.owner(context), Shown.token(token));
    return token.getType() == FeatLexer.IDENT
        ? at(token, Codes.UNKNOWN_WORD, message)
            .withHint(Suggestions.hint(token.getText(), block.words()))
        : at(token, Codes.UNEXPECTED, message).withHint(hints.dangling(token, block, context));
  }

  private Diagnostic reserved(Token token) {
    String message = "expected a name but found the reserved word `" + token.getText() + "`";
    return at(token, Codes.RESERVED_WORD, message)
        .withHint(Optional.of("choose another name, such as `" + token.getText() + "_`"));
  }

  private Diagnostic tooDeep(Token token, ParserRuleContext context) {
    String message = "this is nested more than %d levels deep".formatted(GuardedParser.MAX_DEPTH);
    boolean type = Enclosing.statement(context) instanceof FeatParser.FieldContext;
    String hint =
        type
            ? "make fields of its parts"
            : "name parts of it with `let`; write `x in [a, b]` for `x == a or x == b`";
    return at(token, Codes.TOO_DEEP, message).withHint(Optional.of(hint));
  }

  /** An error at a token; at the end of the file, right behind the last token. */
  private Diagnostic at(Token token, Code code, String message) {
    if (token.getType() != Token.EOF || token.getTokenIndex() == 0) {
      return Diagnostic.error(code, Spans.of(source, token), message);
    }
    int end = layout.token(token.getTokenIndex() - 1).getStopIndex() + 1;
    return Diagnostic.error(code, new Span(source, end, end), message);
  }
}
