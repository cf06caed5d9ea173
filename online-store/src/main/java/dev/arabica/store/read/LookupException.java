package dev.arabica.store.read;

/** A request that cannot be answered as it is; the message names what is wrong with it. */
public final class LookupException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Kind kind;

  LookupException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  LookupException(Kind kind, RuntimeException cause) {
    super(cause.getMessage(), cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong with the request. */
  public enum Kind {
    UNKNOWN_FEATURE_SET,
    /** The group or the feature of a {@code group.feature} does not exist. */
    UNKNOWN_FEATURE,
    /** A key is given that nothing asked for has. */
    UNKNOWN_KEY,
    /** A key is not given; a key that is null is given. */
    MISSING_KEY,
    /** A key's value is not of the key's type. */
    WRONG_KEY_TYPE,
    /** The request time is ahead of the server's clock by more than a minute. */
    REQUEST_TIME_AHEAD,
    /** The request time is outside the years 1 to 9999. */
    TIME_OUT_OF_RANGE,
    /** No feature is asked for. */
    NOTHING_ASKED
  }
}
