package dev.arabica.cli;

/** A job in an engine failed; the message is what it said. */
public final class EngineFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  EngineFailedException(int exitCode, String said) {
    super(said.isBlank() ? "the job ended with exit code " + exitCode + " and said nothing" : said);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
