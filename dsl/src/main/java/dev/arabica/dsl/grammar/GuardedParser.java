package dev.arabica.dsl.grammar;

import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.IntegerStack;

/**
 * What the grammar cannot say. A word that begins a line as a statement does is no name for the one
 * before. It gives up on expressions and types nested too deeply, before the stack does. A chain
 * such as {@code a + b + c} or {@code a.b.c} counts as nested, since its tree is; so no phase after
 * this one can overflow either.
 */
abstract class GuardedParser extends Parser {
  static final int MAX_DEPTH = 200;

  private final IntegerStack outerDepths = new IntegerStack();
  private int depth;

  GuardedParser(TokenStream input) {
    super(input);
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    if (rule == FeatParser.RULE_name && startsStatement()) {
      throw new InputMismatchException(this);
    }
    if (rule == FeatParser.RULE_type || rule == FeatParser.RULE_access) {
      deepen();
    } else if (holdsAccesses(rule)) {
      outerDepths.push(depth);
    }
    super.enterRule(context, state, rule);
  }

  @Override
  public void exitRule() {
    int rule = getContext().getRuleIndex();
    if (rule == FeatParser.RULE_type) {
      depth--;
    } else if (holdsAccesses(rule)) {
      depth = outerDepths.pop();
    }
    super.exitRule();
  }

  /** Each access nests all those before it. */
  private static boolean holdsAccesses(int rule) {
    return rule == FeatParser.RULE_operand || rule == FeatParser.RULE_argument;
  }

  @Override
  public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
    int outer = depth;
    deepen();
    outerDepths.push(outer);
    super.enterRecursionRule(context, state, rule, precedence);
  }

  @Override
  public void pushNewRecursionContext(ParserRuleContext context, int state, int rule) {
    deepen();
    super.pushNewRecursionContext(context, state, rule);
  }

  @Override
  public void unrollRecursionContexts(ParserRuleContext parent) {
    super.unrollRecursionContexts(parent);
    depth = outerDepths.pop();
  }

  /**
   * Whether what could be a name begins the next statement, so that a name is missing before it.
   */
  private boolean startsStatement() {
    if (onSameLine()) {
      return false;
    }
    Token word = _input.LT(1);
    return word.getType() == FeatLexer.IDENT
        ? _input.LA(2) == FeatLexer.ASSIGN
        : Enclosing.nearest(getContext()).words().contains(word.getText())
            && Words.isBehindKeyword(word, _input.LT(2));
  }

  /** Whether the next token stands on the line of the one before it. */
  boolean onSameLine() {
    return _input.LT(-1).getLine() == _input.LT(1).getLine();
  }

  private void deepen() {
    if (depth == MAX_DEPTH) {
      throw new TooDeepException(this);
    }
    depth++;
  }

  /** The text is nested more than {@link #MAX_DEPTH} levels deep. */
  static final class TooDeepException extends RecognitionException {
    private static final long serialVersionUID = 1L;

    private TooDeepException(Parser parser) {
      super(parser, parser.getInputStream(), parser.getContext());
      setOffendingToken(parser.getCurrentToken());
    }
  }
}
