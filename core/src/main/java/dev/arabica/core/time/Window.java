package dev.arabica.core.time;

/**
 * The half-open interval {@code [lo, hi)} that a feature covers when asked at a request's time; all
 * microseconds since the epoch, UTC. It is the only code outside the reference engine that rounds
 * time.
 */
public record Window(long lo, long hi) {
  /** Stands for "no watermark known": the window ends at the request's block. */
  public static final long NO_WATERMARK = Long.MAX_VALUE;

  /** The length of a window without a beginning: the lifetime of a key. */
  public static final long EVER = Long.MAX_VALUE;

  /**
   * The start of the block of {@code size} that holds {@code micros}; blocks are aligned to the
   * epoch.
   */
  public static long floor(long micros, long size) {
    return Math.floorDiv(micros, size) * size;
  }

  /** The least multiple of {@code size} at or after {@code micros}. */
  public static long ceil(long micros, long size) {
    return -Math.floorDiv(-micros, size) * size;
  }

  /**
   * The end of every window of a group: closed blocks up to the request's block and the watermark.
   */
  public static long hi(long requestTime, long watermark, long baseSize) {
    return Math.min(floor(requestTime, baseSize), floorWatermark(watermark, baseSize));
  }

  /** The window of length {@code length}, its far edge rounded down to {@code step}. */
  public static Window of(
      long requestTime, long watermark, long baseSize, long length, long step, Anchor anchor) {
    long hi = hi(requestTime, watermark, baseSize);
    long from =
        switch (anchor) {
          case REQUEST -> floor(requestTime, baseSize);
          case WATERMARK -> hi;
        };
    return new Window(floor(from - length, step), hi);
  }

  /** Whether the watermark lags by more than the window's length, so that nothing can be said. */
  public boolean isStale() {
    return hi <= lo;
  }

  private static long floorWatermark(long watermark, long baseSize) {
    return watermark == NO_WATERMARK ? NO_WATERMARK : floor(watermark, baseSize);
  }

  /** What the far edge of a window is measured from. */
  public enum Anchor {
    REQUEST,
    WATERMARK
  }
}
