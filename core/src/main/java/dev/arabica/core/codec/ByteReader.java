package dev.arabica.core.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads what {@link ByteWriter} wrote; anything cut short or out of range is a {@link
 * CorruptBytesException}.
 */
public final class ByteReader {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private Checksum checksum;
  private int end;
  private int position;

  public ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public ByteReader(byte[] bytes, int offset, int length) {
    reset(bytes, offset, length);
  }

  /** Goes on with other bytes. */
  public ByteReader reset(byte[] newBytes, int offset, int length) {
    bytes = newBytes;
    position = offset;
    end = offset + length;
    return this;
  }

  /** Where the next byte is read: in {@link #array}, and as a number to give to {@link #from}. */
  public int position() {
    return position;
  }

  /** The bytes themselves, not to be changed. */
  public byte[] array() {
    return bytes;
  }

  /** Another reader of what this one reads, from a position on. */
  public ByteReader from(int start) {
    return new ByteReader(bytes, start, end - start);
  }

  public int remaining() {
    return end - position;
  }

  public int readByte() {
    need(1);
    return bytes[position++] & 0xFF;
  }

  public int readInt() {
    need(Integer.BYTES);
    int value = (int) INTS.get(bytes, position);
    position += Integer.BYTES;
    return value;
  }

  public long readLong() {
    need(Long.BYTES);
    long value = (long) LONGS.get(bytes, position);
    position += Long.BYTES;
    return value;
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  public long readVarint() {
    int first = readByte();
    return first < 0x80 ? first : readLongVarint(first);
  }

  private long readLongVarint(int first) {
    long value = first & 0x7F;
    for (int shift = 7; shift < 64; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if ((next & 0x80) == 0) {
        // One number has one form: no padded varints, and the tenth byte holds a single bit.
        if (next == 0 || shift == 63 && next > 1) {
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

  /** A varint that counts events: one that is not negative. */
  public long readCount() {
    long count = readVarint();
    if (count < 0) {
      throw new CorruptBytesException("a negative count");
    }
    return count;
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

  /** Reads as many bytes as an array has. */
  public void readRaw(byte[] target) {
    need(target.length);
    System.arraycopy(bytes, position, target, 0, target.length);
    position += target.length;
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
    String text =
        isAscii(length)
            ? new String(bytes, position, length, StandardCharsets.ISO_8859_1)
            : decoded(length);
    position += length;
    return text;
  }

  /** Passes over a string; fails where {@link #readString} does. */
  public void skipString() {
    int length = readCount(1);
    if (!isAscii(length)) {
      decoded(length);
    }
    position += length;
  }

  private boolean isAscii(int length) {
    int both = 0;
    for (int i = position; i < position + length; i++) {
      both |= bytes[i];
    }
    return both >= 0;
  }

  private String decoded(int length) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, position, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw new CorruptBytesException("a string that is not UTF-8");
    }
  }

  /**
   * Takes the checksum off the end, and fails if the bytes up to there are not those that it was
   * written for.
   */
  public void expectChecksum() {
    need(ByteWriter.CHECKSUM_BYTES);
    end -= ByteWriter.CHECKSUM_BYTES;
    if (checksum().of(bytes, position, end - position) != (int) INTS.get(bytes, end)) {
      throw new CorruptBytesException("damaged: the checksum does not fit");
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
      throw cutShort(length);
    }
  }

  private CorruptBytesException cutShort(int length) {
    return new CorruptBytesException(
        "cut short: " + length + " bytes wanted, " + (end - position) + " left");
  }

  /** Kept, so that one who is used again and again makes it once. */
  private Checksum checksum() {
    if (checksum == null) {
      checksum = new Checksum();
    }
    return checksum;
  }
}
