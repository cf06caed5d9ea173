package dev.arabica.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/**
 * Random changes to bytes, such as those of a text: those of a slip of the hand, those of a broken
 * disk, and those of somebody who means harm.
 */
public final class Mutation {
  private static final int MOST_EDITS = 8;
  private static final int MOST_COPIES = 300;
  private static final int LONGEST_RANGE = 60;

  /** What readers of text trip over: malformed UTF-8, what cannot be seen, ends of many kinds. */
  private static final byte[][] NASTY_TEXT = {
    {(byte) 0xFF},
    {(byte) 0x80},
    {(byte) 0xC0, (byte) 0x80},
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
    {(byte) 0xE2, (byte) 0x82},
    {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
    {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
    {0},
    {'\r'},
    {'\r', '\n'},
    {'\t'},
    {'\f'},
    utf8("\u2028"),
    utf8("\u202E"),
    utf8("\u00A0"),
    utf8("e\u0301"),
    utf8("\uD83D\uDE00"),
    utf8("\\"),
    utf8("\""),
    utf8("'"),
    utf8("//"),
    utf8("///"),
    utf8("/*"),
    utf8("\n|"),
    utf8("|"),
    utf8("{"),
    utf8("}"),
    utf8("("),
    utf8(")"),
    utf8("["),
    utf8("]"),
    utf8(" = "),
    utf8("."),
    utf8(","),
    utf8("??"),
    utf8("-"),
    utf8("9223372036854775808"),
    utf8("1e999"),
    utf8("0001-13-45T99:99:99Z"),
  };

  private final Function<Random, byte[]> others;
  private final byte[][] nasty;

  /** Changes to texts of a corpus. */
  public Mutation(Corpus corpus) {
    this(corpus::file, NASTY_TEXT);
  }

  /**
   * Changes to bytes of any kind.
   *
   * @param others gives bytes of the same kind to take a part of
   * @param nasty what readers of such bytes trip over
   */
  public Mutation(Function<Random, byte[]> others, byte[]... nasty) {
    this.others = others;
    this.nasty = nasty;
  }

  /** The bytes with a few changes. */
  public byte[] of(byte[] original, Random random) {
    byte[] bytes = original;
    for (int i = random.nextInt(MOST_EDITS); i >= 0; i--) {
      bytes = once(bytes, random);
    }
    return bytes;
  }

  /** The bytes with one change. */
  public byte[] once(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length + 1);
    int end = Math.min(bytes.length, at + random.nextInt(LONGEST_RANGE));
    byte[] range = Arrays.copyOfRange(bytes, at, end);
    return switch (random.nextInt(8)) {
      case 0 -> with(bytes, at, end, new byte[0]);
      case 1 -> with(bytes, at, at, nasty[random.nextInt(nasty.length)]);
      case 2 -> with(bytes, at, Math.min(at + 1, bytes.length), otherByte(range, random));
      case 3 -> with(bytes, at, at, rangeOf(others.apply(random), random));
      case 4 -> with(bytes, at, end, rangeOf(bytes, random));
      case 5 -> with(bytes, at, at, repeated(range, 1 + random.nextInt(3)));
      case 6 ->
          random.nextInt(8) == 0
              ? with(bytes, at, at, repeated(range, random.nextInt(MOST_COPIES)))
              : with(bytes, at, end, nasty[random.nextInt(nasty.length)]);
      default -> random.nextInt(4) == 0 ? Arrays.copyOf(bytes, at) : with(bytes, at, at, range);
    };
  }

  /** Any byte, or the first of a range with one bit flipped. */
  private static byte[] otherByte(byte[] range, Random random) {
    boolean flip = range.length > 0 && random.nextBoolean();
    int other = flip ? range[0] ^ 1 << random.nextInt(8) : random.nextInt(256);
    return new byte[] {(byte) other};
  }

  private static byte[] rangeOf(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    return Arrays.copyOfRange(
        bytes, from, Math.min(bytes.length, from + random.nextInt(LONGEST_RANGE)));
  }

  private static byte[] repeated(byte[] range, int times) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      all.writeBytes(range);
    }
    return all.toByteArray();
  }

  /** The bytes with others in place of a range. */
  private static byte[] with(byte[] bytes, int from, int to, byte[] others) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(bytes, 0, from);
    all.writeBytes(others);
    all.write(bytes, to, bytes.length - to);
    return all.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
