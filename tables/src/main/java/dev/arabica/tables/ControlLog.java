package dev.arabica.tables;

import java.util.ArrayList;
import java.util.List;

/** The state after each commit to the block table, so that any revision can be asked about. */
public final class ControlLog {
  private final List<ControlState> states;

  private ControlLog(List<ControlState> states) {
    this.states = states;
  }

  static ControlLog of(List<BlockCommit> commits) {
    List<ControlState> states = new ArrayList<>(commits.size() + 1);
    ControlState state = ControlState.START;
    states.add(state);
    for (BlockCommit commit : commits) {
      state = state.plus(commit.revision(), commit.control());
      states.add(state);
    }
    return new ControlLog(states);
  }

  /** The state as of a revision; its own revision is that of the last commit at or below. */
  public ControlState at(long revision) {
    int lo = 0;
    int hi = states.size() - 1;
    while (lo < hi) {
      int middle = (lo + hi + 1) >>> 1;
      if (states.get(middle).revision() <= revision) {
        lo = middle;
      } else {
        hi = middle - 1;
      }
    }
    return states.get(lo);
  }

  /** The state after all commits. */
  public ControlState latest() {
    return states.get(states.size() - 1);
  }
}
