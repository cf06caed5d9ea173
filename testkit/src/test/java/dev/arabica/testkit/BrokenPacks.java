package dev.arabica.testkit;

import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.Arrays;

/** Packs that break a law for an aggregate which is sound itself. */
final class BrokenPacks {
  private BrokenPacks() {}

  static final class TakesNulls extends PackUnderTest {
    TakesNulls(Signature signature) {
      super(signature);
    }

    @Override
    void add(Rep rep, Sample sample, Boolean keep) {
      super.add(rep, sample.value() == null ? sample.with(0.0, null) : sample, keep);
    }
  }

  static final class TakesAll extends PackUnderTest {
    TakesAll(Signature signature) {
      super(signature);
    }

    @Override
    void add(Rep rep, Sample sample, Boolean keep) {
      super.add(rep, sample, keep == null || keep);
    }
  }

  static final class CountsNoNaN extends PackUnderTest {
    CountsNoNaN(Signature signature) {
      super(signature);
    }

    @Override
    long skippedNaN() {
      return 0;
    }
  }

  /** As one that has no checksum. */
  static final class ForgivesDamage extends PackUnderTest {
    ForgivesDamage(Signature signature) {
      super(signature);
    }

    @Override
    Rep decode(byte[] bytes) {
      return super.decode(sealed(bytes));
    }
  }

  static final class ReadsAnyVersion extends PackUnderTest {
    ReadsAnyVersion(Signature signature) {
      super(signature);
    }

    @Override
    Rep decode(byte[] bytes) {
      byte[] first = bytes.clone();
      first[0] = 1;
      return super.decode(sealed(first));
    }
  }

  /** With a checksum that fits. */
  private static byte[] sealed(byte[] bytes) {
    int end = bytes.length - ByteWriter.CHECKSUM_BYTES;
    if (end < 0) {
      throw new CorruptBytesException("cut short");
    }
    ByteWriter out = new ByteWriter();
    out.writeRaw(Arrays.copyOf(bytes, end));
    out.writeChecksum(0);
    return out.toByteArray();
  }
}
