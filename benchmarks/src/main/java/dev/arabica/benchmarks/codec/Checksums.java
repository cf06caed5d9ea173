package dev.arabica.benchmarks.codec;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.benchmarks.harness.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** What guards bytes against flipped bits, by the name in the table. */
public final class Checksums {
  public static final String CRC32C = "CRC-32C";

  /** So many that the branches of one are not learnt by heart, and few enough for the cache. */
  private static final int BLOCKS = 64;

  private Checksums() {}

  public static Map<String, Checksum> contestants() {
    Hasher64 xxh3 = Hashing.xxh3_64();
    Map<String, Checksum> contestants = new LinkedHashMap<>();
    contestants.put(CRC32C, Checksums::crc32c);
    contestants.put("CRC-32", Checksums::crc32);
    contestants.put("XXH3, 64 bits", bytes -> xxh3.hashBytesToLong(bytes, 0, bytes.length));
    contestants.put("none, reading its ends", bytes -> bytes[0] + bytes[bytes.length - 1]);
    return contestants;
  }

  private static long crc32c(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return crc.getValue();
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length);
    return crc.getValue();
  }

  /** A number that tells most contents of bytes apart. */
  @FunctionalInterface
  public interface Checksum {
    long of(byte[] bytes);
  }

  /** The checksums of blocks of a size in turn; an operation is a block. */
  public static Work of(Checksum checksum, int size) {
    byte[][] blocks = new byte[BLOCKS][size];
    Random random = new Random(size);
    for (byte[] block : blocks) {
      random.nextBytes(block);
    }
    return new OfBlocks(checksum, blocks);
  }

  private record OfBlocks(Checksum checksum, byte[][] blocks) implements Work {
    @Override
    public int operations() {
      return blocks.length;
    }

    @Override
    public Object run() {
      long sum = 0;
      for (byte[] block : blocks) {
        sum += checksum.of(block);
      }
      return sum;
    }
  }
}
