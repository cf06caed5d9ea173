package dev.arabica.cli;

/** What the output goes to. */
final class Terminal {
  private Terminal() {}

  /** Colour only on a terminal, and not where NO_COLOR asks for none. */
  static boolean hasColour() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }
}
