package dev.arabica.cli;

/** The specs hold errors, which have been printed. */
public final class SpecsWrongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SpecsWrongException(long errors) {
    super(errors == 1 ? "1 error" : errors + " errors");
  }
}
