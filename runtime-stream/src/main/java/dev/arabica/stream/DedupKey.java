package dev.arabica.stream;

/**
 * What duplicates share: the 128 bits of the event id and the start of the interval of {@code
 * within}.
 */
record DedupKey(long high, long low, long bucket) {

  /** Spelled out: Flink spreads keys by it, so it must be the same in every JVM. */
  @Override
  public int hashCode() {
    return Long.hashCode(high ^ Long.rotateLeft(low, 17) ^ bucket);
  }
}
