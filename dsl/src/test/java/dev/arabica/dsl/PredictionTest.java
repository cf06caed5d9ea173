package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.FeatParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/**
 * One token is enough to see how to go on: errors are found where they are, and parsing is fast.
 */
class PredictionTest {
  private final ATN atn = FeatParser._ATN;

  /** What can follow a rule, by its index. */
  private final IntervalSet[] follow = new IntervalSet[atn.ruleToStartState.length];

  @Test
  void everyDecisionIsMadeOnOneToken() {
    findWhatFollows();
    List<String> undecided = new ArrayList<>();
    for (DecisionState decision : atn.decisionToState) {
      if (overlaps(decision)) {
        undecided.add(FeatParser.ruleNames[decision.ruleIndex]);
      }
    }
    // How far an expression goes depends on the operators before it, too.
    assertThat(undecided).containsOnly("expr");
  }

  private boolean overlaps(DecisionState decision) {
    IntervalSet seen = new IntervalSet();
    for (Transition transition : decision.getTransitions()) {
      IntervalSet alternative = lookahead(transition.target);
      if (!alternative.and(seen).isNil()) {
        return true;
      }
      seen.addAll(alternative);
    }
    return false;
  }

  /** What can come at a state, also behind the end of its rule. */
  private IntervalSet lookahead(ATNState state) {
    IntervalSet tokens = new LL1Analyzer(atn).LOOK(state, null);
    if (tokens.contains(Token.EPSILON)) {
      tokens.remove(Token.EPSILON);
      tokens.addAll(follow[state.ruleIndex]);
    }
    return tokens;
  }

  private void findWhatFollows() {
    Arrays.setAll(follow, rule -> new IntervalSet());
    boolean grows = true;
    while (grows) {
      grows = false;
      for (ATNState state : atn.states) {
        for (Transition transition : state.getTransitions()) {
          if (transition instanceof RuleTransition call) {
            IntervalSet known = follow[call.target.ruleIndex];
            int size = known.size();
            known.addAll(lookahead(call.followState));
            grows |= known.size() > size;
          }
        }
      }
    }
  }
}
