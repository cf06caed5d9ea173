package dev.arabica.intake;

/** A file that cannot be read, or written, as what it should be; the message names it. */
public final class DataFileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DataFileException(String message) {
    super(message);
  }

  public DataFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
