package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.Arrays;
import java.util.List;

/** The laws of the bytes that reps are stored as. */
final class CodecLaws {
  private static final byte JUNK = 0x55;

  private final AggregateUnderTest subject;

  CodecLaws(AggregateUnderTest subject) {
    this.subject = subject;
  }

  /** The decoded rep goes on like the original. */
  void roundTrip(Draw draw) {
    Rep rep = subject.repOf(draw.samples());
    byte[] bytes = subject.encode(rep);
    Rep decoded = subject.decode(bytes);
    assertThat(subject.encode(decoded)).as("written, read and written").isEqualTo(bytes);
    assertThat(subject.finish(decoded)).as("the value").isEqualTo(subject.finish(rep));
    List<Sample> more = draw.samples();
    subject.addAll(rep, more);
    subject.addAll(decoded, more);
    assertThat(subject.encode(decoded))
        .as("what was read, and more events")
        .isEqualTo(subject.encode(rep));
  }

  void combiningBytes(Draw draw) {
    Rep target = subject.repOf(draw.samples());
    byte[] bytes = subject.encode(subject.repOf(draw.samples()));
    byte[] before = bytes.clone();
    Rep both = subject.combined(target, subject.decode(bytes));
    subject.combineEncoded(target, bytes);
    assertThat(bytes).as("the bytes that were read").isEqualTo(before);
    assertThat(subject.encode(target))
        .as("combined with bytes, beside combined with what was read of them")
        .isEqualTo(subject.encode(both));
  }

  /** Buffers are used again for other bytes. */
  void holdingOn(Draw draw) {
    Rep target = subject.repOf(draw.coin() ? draw.samples() : List.of());
    byte[] bytes = subject.encode(subject.repOf(draw.samples()));
    subject.combineEncoded(target, bytes);
    byte[] combined = subject.encode(target);
    Arrays.fill(bytes, JUNK);
    assertThat(subject.encode(target))
        .as("a rep after the bytes that it was read of are others")
        .isEqualTo(combined);
  }

  /** Behind other bytes, and before them. */
  void ending(Draw draw) {
    ByteWriter out = new ByteWriter(1);
    out.writeByte(JUNK);
    Rep first = subject.repOf(draw.samples());
    Rep second = subject.repOf(draw.samples());
    subject.encode(first, out);
    subject.encode(second, out);
    out.writeByte(JUNK);
    ByteReader in = new ByteReader(out.toByteArray());
    in.readByte();
    assertThat(subject.encode(read(in))).as("the first of two").isEqualTo(subject.encode(first));
    assertThat(subject.encode(read(in))).as("the second").isEqualTo(subject.encode(second));
    assertThat(in.remaining()).as("bytes left").isOne();
  }

  private Rep read(ByteReader in) {
    Rep rep = subject.identity();
    subject.combineEncoded(rep, in);
    return rep;
  }

  void truncation(Draw draw) {
    byte[] bytes = subject.encode(subject.repOf(draw.samples()));
    for (int i = 0; i < 4; i++) {
      byte[] cut = Arrays.copyOf(bytes, draw.below(bytes.length));
      assertThatThrownBy(() -> subject.decode(cut))
          .as(cut.length + " of " + bytes.length + " bytes")
          .isInstanceOf(CorruptBytesException.class);
    }
  }

  void flippedBits(Draw draw) {
    byte[] bytes = subject.encode(subject.repOf(draw.samples()));
    for (int i = 0; i < 4; i++) {
      byte[] damaged = flipped(bytes, draw.below(bytes.length * Byte.SIZE));
      try {
        Rep decoded = subject.decode(damaged);
        assertThat(subject.encode(decoded)).as("what is accepted is canonical").isEqualTo(damaged);
      } catch (CorruptBytesException expected) {
        assertThat(expected).hasMessageNotContaining("null");
      }
    }
  }

  static byte[] flipped(byte[] bytes, int bit) {
    byte[] damaged = bytes.clone();
    damaged[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    return damaged;
  }
}
