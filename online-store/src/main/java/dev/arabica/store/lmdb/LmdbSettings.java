package dev.arabica.store.lmdb;

/**
 * How a store is opened; all processes of a store should agree.
 *
 * @param mapBytes address space reserved for the store, the size it can grow to; only what is
 *     written takes memory and disk
 * @param maxMapBytes how far the map may be doubled when it is full
 * @param maxReaders read sessions open at once, over all processes
 * @param writeMicros how long one write transaction puts records before it commits
 */
public record LmdbSettings(long mapBytes, long maxMapBytes, int maxReaders, long writeMicros) {
  private static final long GIB = 1L << 30;

  /** 64 GiB, doubled up to 1 TiB when full. */
  public static final LmdbSettings DEFAULT = new LmdbSettings(64 * GIB, 1024 * GIB, 1022, 10_000);

  public LmdbSettings {
    if (mapBytes <= 0 || maxMapBytes < mapBytes || maxReaders <= 0 || writeMicros <= 0) {
      throw new IllegalArgumentException(
          "store settings out of range: mapBytes "
              + mapBytes
              + ", maxMapBytes "
              + maxMapBytes
              + ", maxReaders "
              + maxReaders
              + ", writeMicros "
              + writeMicros);
    }
  }

  /** The same, with another size of the map, fixed. */
  public LmdbSettings withMapBytes(long first, long greatest) {
    return new LmdbSettings(first, greatest, maxReaders, writeMicros);
  }
}
