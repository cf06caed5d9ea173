package dev.arabica.intake;

/** A file that cannot be read as what it should be; the message names the file, and the place. */
public final class InputFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InputFileException(String message) {
    super(message);
  }

  public InputFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
