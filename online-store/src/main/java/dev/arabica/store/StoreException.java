package dev.arabica.store;

/** The store itself cannot do what was asked: it is full, of another format, or not accessible. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
