package dev.arabica.core.plan;

import java.util.List;

/** A plan says what no engine here executes yet. */
public final class UnsupportedPlanException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param parts what is not executed, each naming its place in the specs
   */
  public UnsupportedPlanException(List<String> parts) {
    super("the engines of this build do not execute yet:\n  " + String.join("\n  ", parts));
  }
}
