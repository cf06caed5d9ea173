package dev.arabica.core.codec;

/**
 * Stored bytes that cannot be what was written: cut short, out of range, or of an unknown version.
 */
public final class CorruptBytesException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CorruptBytesException(String message) {
    super(message);
  }

  public CorruptBytesException(String message, CorruptBytesException cause) {
    super(message, cause);
  }
}
