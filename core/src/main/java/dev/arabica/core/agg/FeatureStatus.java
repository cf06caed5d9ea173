package dev.arabica.core.agg;

import java.util.Locale;

/**
 * Why a feature has the value it has. Every status but {@link #OK} and {@link #NOT_FOUND} comes
 * with a null value.
 */
public enum FeatureStatus {
  /** The value of the window, the empty-window value included. */
  OK,
  /** The entity has never been seen: the empty-window value. */
  NOT_FOUND,
  /** The watermark lags by more than the window: nothing can be said. */
  STALE,
  /** The window reaches back before the start of the history, or over blocks not built yet. */
  INCOMPLETE,
  /** The exact result does not fit the feature's type. */
  OVERFLOW,
  /** The row has no time to ask for. */
  NO_TIME,
  /** A key column is null: such an entity is never looked up. */
  NULL_KEY,
  /** A stored block cannot be read; the error names it. */
  CORRUPT;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
