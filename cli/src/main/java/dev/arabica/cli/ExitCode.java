package dev.arabica.cli;

import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.intake.DataFileException;

/** What {@code featc} exits with. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int SPECS_WRONG = 1;
  public static final int USAGE = 2;
  public static final int REMOTE = 3;

  /** What was asked for would lose something. */
  public static final int NOT_SAFE = 4;

  private ExitCode() {}

  /**
   * Whether the user asked for something that is not there, or a part behind the command failed.
   */
  static int of(Exception e) {
    if (e instanceof SpecsWrongException || e instanceof UnsupportedPlanException) {
      return SPECS_WRONG;
    }
    boolean usage =
        e instanceof DataFileException
            || e instanceof UnknownNameException
            || e instanceof IllegalArgumentException;
    return usage ? USAGE : REMOTE;
  }
}
