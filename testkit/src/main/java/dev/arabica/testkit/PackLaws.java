package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.type.Type;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;

/** The laws of an aggregate in a pack, which skips rows for it and seals its bytes. */
final class PackLaws {
  private final AggregateUnderTest subject;
  private final Supplier<PackUnderTest> packs;
  private final Type inputType;
  private final Type byType;

  PackLaws(AggregateUnderTest subject, Supplier<PackUnderTest> packs, Signature signature) {
    this.subject = subject;
    this.packs = packs;
    this.inputType = signature.inputType();
    this.byType = signature.byType();
  }

  void nulls(Draw draw) {
    if (inputType == null && byType == null) {
      return;
    }
    leavesNoTrace(draw, (pack, rep, sample) -> pack.add(rep, withNull(sample, draw), true));
  }

  void filters(Draw draw) {
    leavesNoTrace(
        draw, (pack, rep, sample) -> pack.add(rep, sample, draw.coin() ? Boolean.FALSE : null));
  }

  /** Filtered NaN are not counted: those rows are skipped before. */
  void notANumber(Draw draw) {
    if (!hasNaN(inputType) && !hasNaN(byType)) {
      return;
    }
    PackUnderTest pack = packs.get();
    long[] expected = {pack.skippedNaN()};
    leavesNoTrace(
        draw,
        (p, rep, sample) -> {
          boolean keep = draw.coin();
          expected[0] += keep ? 1 : 0;
          p.add(rep, withNaN(sample, draw), keep);
        });
    assertThat(pack.skippedNaN()).as("how many NaN were skipped").isEqualTo(expected[0]);
  }

  private interface Skipped {
    void add(PackUnderTest pack, Rep rep, Sample sample);
  }

  /** Adds rows of which some are to be skipped, and compares with the others alone. */
  private void leavesNoTrace(Draw draw, Skipped skipped) {
    PackUnderTest pack = packs.get();
    List<Sample> kept = new ArrayList<>();
    Rep rep = pack.identity();
    for (Sample sample : draw.samples()) {
      if (draw.coin()) {
        pack.add(rep, sample, true);
        kept.add(sample);
      } else {
        skipped.add(pack, rep, sample);
      }
    }
    Rep alone = subject.repOf(kept);
    assertThat(pack.encode(rep))
        .as("the bytes beside those of the " + kept.size() + " rows that are not skipped")
        .isEqualTo(sealed(PackUnderTest.VERSION, subject.encode(alone)));
    assertThat(pack.finish(rep)).as("the value").isEqualTo(subject.finish(alone));
  }

  /** The bytes of a pack of one aggregate: its version, its rep, and a checksum of both. */
  private static byte[] sealed(int version, byte[] rep) {
    ByteWriter out = new ByteWriter();
    out.writeByte(version);
    out.writeRaw(rep);
    out.writeChecksum(0);
    return out.toByteArray();
  }

  private Sample withNull(Sample sample, Draw draw) {
    boolean noBy = byType != null && (inputType == null || draw.coin());
    return sample.with(noBy ? sample.value() : null, noBy ? null : sample.by());
  }

  private Sample withNaN(Sample sample, Draw draw) {
    boolean noBy = hasNaN(byType) && (!hasNaN(inputType) || draw.coin());
    return noBy
        ? sample.with(sample.value(), notANumber(byType))
        : sample.with(notANumber(inputType), sample.by());
  }

  private static boolean hasNaN(Type type) {
    return type != null && (type.isFloat() || type instanceof Type.VectorType);
  }

  private static Object notANumber(Type type) {
    if (!(type instanceof Type.VectorType vector)) {
      return Double.NaN;
    }
    float[] numbers = new float[vector.dimension()];
    numbers[numbers.length - 1] = Float.NaN;
    return numbers;
  }

  void damage(Draw draw) {
    PackUnderTest pack = packs.get();
    byte[] bytes = sealed(PackUnderTest.VERSION, subject.encode(subject.repOf(draw.samples())));
    for (int i = 0; i < 4; i++) {
      int bit = draw.below(bytes.length * Byte.SIZE);
      refused(pack, CodecLaws.flipped(bytes, bit), "flipped bit " + bit)
          .hasMessageContaining("checksum");
      int length = draw.below(bytes.length);
      refused(pack, Arrays.copyOf(bytes, length), length + " of " + bytes.length + " bytes")
          .hasMessageMatching("(?s).*(checksum|cut short).*");
    }
  }

  /** Bytes that are whole, but those of another build. */
  void otherVersions(Draw draw) {
    PackUnderTest pack = packs.get();
    byte[] bytes = subject.encode(subject.repOf(draw.samples()));
    int version = PackUnderTest.VERSION + 1 + draw.below(100);
    refused(pack, sealed(version, bytes), "version " + version)
        .hasMessageContaining("version " + version)
        .hasMessageContaining(PackUnderTest.NAME);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      PackUnderTest pack, byte[] bytes, String what) {
    return assertThatThrownBy(() -> pack.decode(bytes))
        .as(what)
        .isInstanceOf(CorruptBytesException.class);
  }
}
