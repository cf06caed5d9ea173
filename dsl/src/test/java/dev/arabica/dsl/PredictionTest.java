package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.FeatParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.LL1Analyzer;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.junit.jupiter.api.Test;

/**
 * One token is enough to see how to go on: errors are found where they are, and parsing is fast.
 */
class PredictionTest {
  @Test
  void everyDecisionIsMadeOnOneToken() {
    ATN atn = FeatParser._ATN;
    List<String> undecided = new ArrayList<>();
    for (DecisionState decision : atn.decisionToState) {
      if (overlaps(atn, decision)) {
        undecided.add(FeatParser.ruleNames[decision.ruleIndex]);
      }
    }
    // How far an expression goes depends on the operators around it, too.
    assertThat(undecided).containsOnly("expr");
  }

  private static boolean overlaps(ATN atn, DecisionState decision) {
    IntervalSet seen = new IntervalSet();
    for (Transition transition : decision.getTransitions()) {
      IntervalSet alternative = new LL1Analyzer(atn).LOOK(transition.target, null);
      if (!alternative.and(seen).isNil()) {
        return true;
      }
      seen.addAll(alternative);
    }
    return false;
  }
}
