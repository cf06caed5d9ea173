package dev.arabica.core.bytecode;

import org.objectweb.asm.Label;

/** A place in a method that jumps lead to; all of them stand before it. */
public final class Join {
  final Label label = new Label();
  private boolean reached;
  private Note notes;

  /** Whether any jump leads here. */
  public boolean isReached() {
    return reached;
  }

  /** Notes that a path with these notes leads here. */
  void reach(Note onThisPath) {
    notes = reached ? Note.common(notes, onThisPath) : onThisPath;
    reached = true;
  }

  /** What every path that leads here has passed. */
  Note notes() {
    return notes;
  }
}
