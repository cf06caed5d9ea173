package dev.arabica.pit;

/** What was asked for cannot be done as asked; the message says why. Exit code 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
