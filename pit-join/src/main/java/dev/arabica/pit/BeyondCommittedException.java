package dev.arabica.pit;

/**
 * A row asks for blocks that Iceberg has not committed yet; the message names the row and how far
 * Iceberg has got. Exit code 3.
 */
public final class BeyondCommittedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BeyondCommittedException(String message) {
    super(message);
  }
}
