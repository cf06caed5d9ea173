package dev.arabica.core.agg;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * The canonical bytes of a value and their hash, XXH3 with 64 bits. Reused from value to value, so
 * that none has to be made of either events or bytes.
 */
final class HashedValue {
  private static final Hasher64 HASH = Hashing.xxh3_64();

  private final Type type;
  private final ByteWriter buffer = new ByteWriter(32);
  private byte[] bytes;
  private int from;
  private int length;
  private long hash;

  HashedValue(Type type) {
    this.type = type;
  }

  /** The hash of a value that is a word, where its bytes are not needed: of all its 64 bits. */
  static long hashOf(long word) {
    return HASH.hashLongToLong(word);
  }

  /** The hash of a string, where its bytes are not needed. */
  long hashOf(String text) {
    buffer.reset().writeString(text);
    return HASH.hashBytesToLong(buffer.array(), 0, buffer.size());
  }

  /** Becomes the value of an input. */
  HashedValue of(Input input) {
    input.write(type, buffer.reset());
    set(buffer.array(), 0, buffer.size());
    return this;
  }

  /**
   * Becomes the value that is read next.
   *
   * @param inOrder whether the one before was read from the same bytes, and this one has to be
   *     beyond it in the order of hashes, unsigned, and then of bytes
   */
  HashedValue read(ByteReader in, boolean inOrder) {
    long lastHash = hash;
    int last = from;
    int lastEnd = from + length;
    int start = in.position();
    ValueCodec.skip(in, type);
    set(in.array(), start, in.position() - start);
    int order = inOrder ? Long.compareUnsigned(lastHash, hash) : -1;
    if (order > 0 || order == 0 && compare(last, lastEnd, start, start + length) >= 0) {
      throw new CorruptBytesException("values out of order");
    }
    return this;
  }

  private int compare(int a, int aEnd, int b, int bEnd) {
    return Arrays.compareUnsigned(bytes, a, aEnd, bytes, b, bEnd);
  }

  private void set(byte[] newBytes, int newFrom, int newLength) {
    bytes = newBytes;
    from = newFrom;
    length = newLength;
    hash = HASH.hashBytesToLong(newBytes, newFrom, newLength);
  }

  long hash() {
    return hash;
  }

  /** Its number among others, where it is taken in if it is not there yet. */
  int addTo(ByteStrings strings) {
    return strings.add(bytes, from, length, hash);
  }
}
