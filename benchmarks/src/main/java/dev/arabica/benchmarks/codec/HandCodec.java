package dev.arabica.benchmarks.codec;

import dev.arabica.benchmarks.byhand.State;
import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** By hand for these five aggregates, between words and bytes; no checksum, nothing is checked. */
abstract class HandCodec extends Codec {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] states;
  final long[] decoded = new long[State.WORDS];

  HandCodec(Tiles tiles) {
    super(tiles.blocks());
    states = State.of(tiles);
  }

  @Override
  final int encode(int pack) {
    return encode(states, pack * State.WORDS);
  }

  abstract int encode(long[] words, int at);

  @Override
  final Answer answer() {
    return State.answer(decoded, 0);
  }

  /** Numbers as varints, the sum as one where it fits a long, and the id as it is. */
  static final class Varints extends HandCodec {
    private final ByteWriter out = new ByteWriter();

    Varints(Tiles tiles) {
      super(tiles);
    }

    @Override
    int encode(long[] words, int at) {
      out.reset();
      out.writeVarint(words[at + State.COUNT]);
      boolean isLong = words[at + State.SUM_HIGH] == words[at + State.SUM_LOW] >> 63;
      out.writeByte(isLong ? 0 : 1);
      out.writeSignedVarint(words[at + State.SUM_LOW]);
      if (!isLong) {
        out.writeSignedVarint(words[at + State.SUM_HIGH]);
      }
      out.writeSignedVarint(words[at + State.MIN]);
      out.writeSignedVarint(words[at + State.MAX]);
      out.writeLong(words[at + State.NEWEST]);
      out.writeLong(words[at + State.ID_HIGH]);
      out.writeLong(words[at + State.ID_LOW]);
      out.writeSignedVarint(words[at + State.LAST]);
      return out.size();
    }

    @Override
    byte[] written() {
      return out.toByteArray();
    }

    @Override
    long decode(byte[] bytes) {
      ByteReader in = new ByteReader(bytes);
      decoded[State.COUNT] = in.readVarint();
      boolean isLong = in.readByte() == 0;
      decoded[State.SUM_LOW] = in.readSignedVarint();
      decoded[State.SUM_HIGH] = isLong ? decoded[State.SUM_LOW] >> 63 : in.readSignedVarint();
      decoded[State.MIN] = in.readSignedVarint();
      decoded[State.MAX] = in.readSignedVarint();
      decoded[State.NEWEST] = in.readLong();
      decoded[State.ID_HIGH] = in.readLong();
      decoded[State.ID_LOW] = in.readLong();
      decoded[State.LAST] = in.readSignedVarint();
      return decoded[State.LAST];
    }
  }

  /** Every word in eight bytes. */
  static final class FixedWidth extends HandCodec {
    private final byte[] out = new byte[State.WORDS * Long.BYTES];

    FixedWidth(Tiles tiles) {
      super(tiles);
    }

    @Override
    int encode(long[] words, int at) {
      for (int i = 0; i < State.WORDS; i++) {
        LONG.set(out, i * Long.BYTES, words[at + i]);
      }
      return out.length;
    }

    @Override
    byte[] written() {
      return Arrays.copyOf(out, out.length);
    }

    @Override
    long decode(byte[] bytes) {
      for (int i = 0; i < State.WORDS; i++) {
        decoded[i] = (long) LONG.get(bytes, i * Long.BYTES);
      }
      return decoded[State.LAST];
    }
  }

  /**
   * Every number in as many whole bytes as it needs, and in front how many those are, four bits for
   * each number; then the time and the id as they are, so that eight bytes can be read anywhere.
   */
  static final class Widths extends HandCodec {
    private static final int[] NUMBERS = {
      State.COUNT, State.SUM_LOW, State.SUM_HIGH, State.MIN, State.MAX, State.LAST
    };
    private static final int[] WORDS = {State.NEWEST, State.ID_HIGH, State.ID_LOW};
    private static final int BITS = 4;
    private static final int MASK = 15;

    private final byte[] out = new byte[Integer.BYTES + State.WORDS * Long.BYTES];
    private int size;

    Widths(Tiles tiles) {
      super(tiles);
    }

    @Override
    int encode(long[] words, int at) {
      int widths = 0;
      int end = Integer.BYTES;
      for (int i = 0; i < NUMBERS.length; i++) {
        long number = words[at + NUMBERS[i]];
        int width = (Long.SIZE + Byte.SIZE - Long.numberOfLeadingZeros(number ^ number >> 63)) / 8;
        widths |= width << i * BITS;
        LONG.set(out, end, number);
        end += width;
      }
      INT.set(out, 0, widths);
      for (int word : WORDS) {
        LONG.set(out, end, words[at + word]);
        end += Long.BYTES;
      }
      size = end;
      return end;
    }

    @Override
    byte[] written() {
      return Arrays.copyOf(out, size);
    }

    @Override
    long decode(byte[] bytes) {
      int widths = (int) INT.get(bytes, 0);
      int end = Integer.BYTES;
      for (int i = 0; i < NUMBERS.length; i++) {
        int width = widths >>> i * BITS & MASK;
        int unused = Long.SIZE - width * Byte.SIZE;
        decoded[NUMBERS[i]] = (long) LONG.get(bytes, end) << unused >> unused;
        end += width;
      }
      for (int word : WORDS) {
        decoded[word] = (long) LONG.get(bytes, end);
        end += Long.BYTES;
      }
      return decoded[State.LAST];
    }
  }
}
