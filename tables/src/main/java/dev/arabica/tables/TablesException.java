package dev.arabica.tables;

/**
 * An environment, a table or a plan that is not there or not as it must be; the message names it.
 */
public final class TablesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TablesException(String message) {
    super(message);
  }

  public TablesException(String message, Throwable cause) {
    super(message, cause);
  }
}
