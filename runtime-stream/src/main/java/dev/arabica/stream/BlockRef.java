package dev.arabica.stream;

/**
 * One block, in the order of the block table's files.
 *
 * @param start microseconds since the epoch
 */
record BlockRef(BlockKey key, long start) implements Comparable<BlockRef> {
  @Override
  public int compareTo(BlockRef other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : Long.compare(start, other.start);
  }
}
