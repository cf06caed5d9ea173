package dev.arabica.store.lmdb;

import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Instants;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The LMDB key of a block: pack id (16 bytes), form (1), key bytes or their hash, size code (1, or
 * 9 for an unusual size), start (8, big-endian, sign flipped). Blocks of one pack, key and size lie
 * together in order of time.
 *
 * <p>Key bytes are not prefixed by their length, so within the range of one key there may lie
 * records of a longer one; their LMDB keys have another length, by which they are told apart.
 */
final class RecordKey {
  /** LMDB's limit. */
  static final int MAX_BYTES = 511;

  static final int START_BYTES = 8;

  private static final int PACK_BYTES = 16;
  private static final int WHOLE = 0;
  private static final int HASHED = 1;
  private static final int LONGEST_SIZE_CODE = 9;
  private static final int LONGEST_WHOLE_KEY =
      MAX_BYTES - PACK_BYTES - 1 - LONGEST_SIZE_CODE - START_BYTES;

  private static final int ODD_SIZE = 0;
  private static final long[] CODED_SIZES = {
    5 * Instants.MICROS_PER_MINUTE, Instants.MICROS_PER_HOUR, Instants.MICROS_PER_DAY
  };

  private RecordKey() {}

  /** Whether a key is too long to stand in the LMDB key, so that its hash stands for it. */
  static boolean isHashed(byte[] key) {
    return key.length > LONGEST_WHOLE_KEY;
  }

  /** Writes what all blocks of a pack and key begin with. */
  static void writeKey(ByteWriter out, String packId, byte[] key) {
    out.writeRaw(packBytes(packId));
    if (isHashed(key)) {
      out.writeByte(HASHED);
      out.writeRaw(sha256(key));
    } else {
      out.writeByte(WHOLE);
      out.writeRaw(key);
    }
  }

  static void writeSize(ByteWriter out, long size) {
    for (int i = 0; i < CODED_SIZES.length; i++) {
      if (CODED_SIZES[i] == size) {
        out.writeByte(i + 1);
        return;
      }
    }
    out.writeByte(ODD_SIZE);
    out.writeLong(size);
  }

  /** Appends the start, so that earlier blocks come first. */
  static void writeStart(ByteWriter out, long start) {
    out.writeLong(start ^ Long.MIN_VALUE);
  }

  /** The start that stands at {@code at}. */
  static long readStart(byte[] bytes, int at) {
    return readLong(bytes, at) ^ Long.MIN_VALUE;
  }

  /** The length of the size code that begins at {@code at}, or -1 if there is none. */
  static int sizeCodeLength(byte[] bytes, int at) {
    int code = bytes[at];
    return code == ODD_SIZE ? LONGEST_SIZE_CODE : code > 0 && code <= CODED_SIZES.length ? 1 : -1;
  }

  /** The size whose code begins at {@code at}. */
  static long readSize(byte[] bytes, int at) {
    return bytes[at] == ODD_SIZE ? readLong(bytes, at + 1) : CODED_SIZES[bytes[at] - 1];
  }

  private static long readLong(byte[] bytes, int at) {
    long value = 0;
    for (int i = at; i < at + Long.BYTES; i++) {
      value = value << 8 | bytes[i] & 0xFF;
    }
    return value;
  }

  /** Names a block for an error. */
  static String describe(String packId, byte[] key, long size, long start) {
    String hex = HexFormat.of().formatHex(key.length <= 64 ? key : Arrays.copyOf(key, 64));
    return "block "
        + Instants.prettyDuration(size)
        + " at "
        + Instants.pretty(start)
        + " of pack "
        + packId
        + ", key 0x"
        + hex
        + (key.length <= 64 ? "" : "...");
  }

  static byte[] packBytes(String packId) {
    if (packId.length() != 2 * PACK_BYTES) {
      throw new IllegalArgumentException("a pack id has 32 hex digits, unlike `" + packId + "`");
    }
    return HexFormat.of().parseHex(packId);
  }

  private static byte[] sha256(byte[] key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
