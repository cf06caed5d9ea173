package dev.arabica.dsl.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Recovers from syntax errors by statement. An error anywhere inside a statement ends that
 * statement, and parsing goes on with the next one; a declaration whose braces are broken ends
 * where the next declaration begins. No token is ever inserted or guessed, so that what is in the
 * tree was in the text.
 */
final class StatementRecovery extends DefaultErrorStrategy {
  private final Layout layout;
  private final SyntaxErrors errors;

  StatementRecovery(Layout layout, SyntaxErrors errors) {
    this.layout = layout;
    this.errors = errors;
  }

  @Override
  public void reportError(Parser parser, RecognitionException error) {
    if (!inErrorRecoveryMode(parser)) {
      beginErrorCondition(parser);
      errors.report(error, parser);
    }
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw new InputMismatchException(parser);
  }

  /**
   * Looks ahead where the grammar chooses or repeats. In a block, what starts no statement is
   * skipped; elsewhere a token that does not fit ends the statement.
   */
  @Override
  public void sync(Parser parser) {
    if (inErrorRecoveryMode(parser) || isExpected(parser)) {
      return;
    }
    if (canEnd(parser)) {
      refuseDangling(parser);
      return;
    }
    Block block = Block.of(parser.getContext());
    while (block != null && !endsBlock(parser, block) && !isExpected(parser)) {
      errors.reportStray(parser, block);
      skipTo(parser, nextStatement(index(parser) + 1, block, parser.getContext()));
    }
    if (!isExpected(parser)) {
      throw new InputMismatchException(parser);
    }
  }

  /** The statement could end here, but what follows on its line does not fit behind it. */
  private void refuseDangling(Parser parser) {
    int index = index(parser);
    boolean dangles =
        !layout.startsLine(index)
            && !layout.isEnd(index)
            && Enclosing.isInStatement(parser.getContext())
            && !Enclosing.isBracketed(parser.getContext())
            && !parser.isExpectedToken(parser.getCurrentToken().getType());
    if (dangles) {
      errors.reportDangling(parser);
      beginErrorCondition(parser);
      throw new InputMismatchException(parser);
    }
  }

  /**
   * Ends what the error broke: returns where parsing can go on, else hands the error to the rule
   * outside.
   */
  @Override
  public void recover(Parser parser, RecognitionException error) {
    ParserRuleContext context = parser.getContext();
    int start = context.getStart().getTokenIndex();
    if (Block.isStatement(context)) {
      recoverStatement(parser, error, start);
    } else if (Block.of(context) != null && context.getRuleIndex() != FeatParser.RULE_file) {
      recoverBlock(parser, error, start);
    } else if (Block.isDeclaration(context)) {
      skipTo(parser, nextDeclaration(Math.max(index(parser), start + 1)));
    } else {
      throw error;
    }
  }

  private void recoverStatement(Parser parser, RecognitionException error, int start) {
    if (layout.startsDeclaration(start)) {
      parser.getInputStream().seek(start);
      throw error;
    }
    ParserRuleContext outer = parser.getContext().getParent();
    int from = Math.max(index(parser), start + 1);
    skipTo(parser, nextStatement(from, Block.of(outer), outer));
  }

  private void recoverBlock(Parser parser, RecognitionException error, int start) {
    if (layout.token(start).getType() != FeatLexer.LBRACE) {
      throw error;
    }
    skipTo(parser, nextDeclaration(index(parser)));
  }

  private static boolean isExpected(Parser parser) {
    return next(parser).contains(parser.getCurrentToken().getType());
  }

  /** Whether the rule may be over. */
  private static boolean canEnd(Parser parser) {
    return next(parser).contains(Token.EPSILON);
  }

  private static IntervalSet next(Parser parser) {
    return parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
  }

  private boolean endsBlock(Parser parser, Block block) {
    int index = index(parser);
    boolean opens = index == parser.getContext().getStart().getTokenIndex();
    return layout.isEnd(index) || block != Block.FILE && (opens || layout.startsDeclaration(index));
  }

  /** The nearest place at or after an index at which the block can go on or must end. */
  private int nextStatement(int index, Block block, ParserRuleContext context) {
    if (block == Block.FILE) {
      return nextDeclaration(index);
    }
    int depth = layout.depth(context.getStart().getTokenIndex()) + 1;
    int at = index;
    while (!layout.startsDeclaration(at) && !layout.isEnd(at) && !goesOn(at, depth, block)) {
      at++;
    }
    return at;
  }

  private boolean goesOn(int index, int depth, Block block) {
    boolean closes = layout.token(index).getType() == FeatLexer.RBRACE;
    return closes
        ? layout.depth(index) < depth
        : layout.depth(index) == depth
            && layout.startsLine(index)
            && block.startsStatement(layout, index);
  }

  private int nextDeclaration(int index) {
    int at = index;
    while (!layout.startsDeclaration(at) && !layout.isEnd(at)) {
      at++;
    }
    return at;
  }

  private void skipTo(Parser parser, int index) {
    parser.getInputStream().seek(index);
    endErrorCondition(parser);
  }

  private static int index(Parser parser) {
    return parser.getCurrentToken().getTokenIndex();
  }
}
