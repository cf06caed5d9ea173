package dev.arabica.core.codec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote; anything cut short or out of range is a {@link
 * CorruptBytesException}.
 */
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  public ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public ByteReader(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  public int remaining() {
    return end - position;
  }

  public int readByte() {
    need(1);
    return bytes[position++] & 0xFF;
  }

  public int readInt() {
    need(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = value << 8 | bytes[position++] & 0xFF;
    }
    return value;
  }

  public long readLong() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | bytes[position++] & 0xFF;
    }
    return value;
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  public long readVarint() {
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        // One number has one form: no padded varints, and the tenth byte holds a single bit.
        if (shift > 0 && next == 0 || shift == 63 && next > 1) {
          throw new CorruptBytesException("a varint that is not in its shortest form");
        }
        return value;
      }
    }
    throw new CorruptBytesException("a varint of more than ten bytes");
  }

  public long readSignedVarint() {
    long value = readVarint();
    return (value >>> 1) ^ -(value & 1);
  }

  /**
   * A varint that counts things which take at least {@code bytesEach} bytes each, so that a lie is
   * found at once.
   */
  public int readCount(int bytesEach) {
    long count = readVarint();
    if (count < 0 || count > remaining() / bytesEach) {
      throw new CorruptBytesException(
          "a count of " + count + " with " + remaining() + " bytes left");
    }
    return (int) count;
  }

  /** Passes over bytes. */
  public void skip(int length) {
    need(length);
    position += length;
  }

  public byte[] readRaw(int length) {
    need(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  public byte[] readBytes() {
    return readRaw(readCount(1));
  }

  public String readString() {
    int length = readCount(1);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, position, length))
              .toString();
      position += length;
      return text;
    } catch (CharacterCodingException e) {
      throw new CorruptBytesException("a string that is not UTF-8");
    }
  }

  /** Fails if bytes are left over. */
  public void expectEnd() {
    if (position != end) {
      throw new CorruptBytesException((end - position) + " bytes too many");
    }
  }

  private void need(int length) {
    if (length < 0 || length > end - position) {
      throw new CorruptBytesException(
          "cut short: " + length + " bytes wanted, " + (end - position) + " left");
    }
  }
}
