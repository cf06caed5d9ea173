package dev.arabica.core.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A growing byte buffer; big-endian fixed-width numbers, LEB128 varints. Reusable after {@link
 * #reset}.
 */
public final class ByteWriter {
  /** How many bytes {@link #writeChecksum} appends. */
  public static final int CHECKSUM_BYTES = 4;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private Checksum checksum;
  private int size;

  public ByteWriter() {
    this(128);
  }

  public ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  public ByteWriter reset() {
    size = 0;
    return this;
  }

  public int size() {
    return size;
  }

  public void writeByte(int value) {
    grow(1);
    bytes[size++] = (byte) value;
  }

  public void writeInt(int value) {
    grow(Integer.BYTES);
    INTS.set(bytes, size, value);
    size += Integer.BYTES;
  }

  public void writeLong(long value) {
    grow(Long.BYTES);
    LONGS.set(bytes, size, value);
    size += Long.BYTES;
  }

  public void writeDouble(double value) {
    writeLong(Double.doubleToLongBits(value));
  }

  /** An unsigned varint: 7 bits a byte, least significant first. */
  public void writeVarint(long value) {
    grow(10);
    if ((value & ~0x7FL) == 0) {
      bytes[size++] = (byte) value;
    } else if (value >>> 56 == 0) {
      writeSpread(value);
    } else {
      writeLongVarint(value);
    }
  }

  /**
   * A varint of up to eight bytes all at once, since a loop over bytes is one that no processor can
   * predict.
   */
  private void writeSpread(long value) {
    int more = (63 - Long.numberOfLeadingZeros(value)) / 7;
    long spread = value & 0xFFF_FFFFL | (value & 0xFF_FFFF_F000_0000L) << 4;
    spread = spread & 0x3FFF_0000_3FFFL | (spread & 0xFFF_C000_0FFF_C000L) << 2;
    spread = spread & 0x7F_007F_007F_007FL | (spread & 0x3F80_3F80_3F80_3F80L) << 1;
    long flags = 0x8080_8080_8080_8080L & (1L << Byte.SIZE * more) - 1;
    LONGS.set(bytes, size, Long.reverseBytes(spread | flags));
    size += more + 1;
  }

  private void writeLongVarint(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** A signed varint, zigzag. */
  public void writeSignedVarint(long value) {
    writeVarint((value << 1) ^ (value >> 63));
  }

  public void writeRaw(byte[] source) {
    writeRaw(source, 0, source.length);
  }

  public void writeRaw(byte[] source, int offset, int length) {
    grow(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** A length-prefixed byte string. */
  public void writeBytes(byte[] source) {
    writeVarint(source.length);
    writeRaw(source);
  }

  /** A length-prefixed UTF-8 string. */
  public void writeString(String value) {
    int start = size;
    int length = value.length();
    writeVarint(length);
    grow(length);
    if (copyAscii(value, bytes, size)) {
      size += length;
    } else {
      size = start;
      writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Copies a string of ASCII, as most are, with no array of its own; false if it is none. */
  private static boolean copyAscii(String value, byte[] target, int start) {
    int all = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      all |= c;
      target[start + i] = (byte) c;
    }
    return all < 0x80;
  }

  /** Appends the checksum of the bytes from a position on. */
  public void writeChecksum(int start) {
    writeInt(checksum().of(bytes, start, size - start));
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** The buffer itself, valid up to {@link #size} until the next write. */
  public byte[] array() {
    return bytes;
  }

  private void grow(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }

  /** Kept, so that one who is used again and again makes it once. */
  private Checksum checksum() {
    if (checksum == null) {
      checksum = new Checksum();
    }
    return checksum;
  }
}
