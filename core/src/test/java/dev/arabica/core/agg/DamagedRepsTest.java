package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fixture with each of its bits flipped, and cut at each of its bytes: the checksum refuses
 * it. Where that is made to fit again, the aggregates do, or it is as good as what they write.
 */
class DamagedRepsTest {
  private static final Path PACKS = Path.of("src/test/resources/reps/pack-v1.txt");
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What reading may allocate: this much, and so much for each byte. */
  private static final long FREE_BYTES = 1 << 20;

  /** The same for two reps: decayed sums of a window of 10 years are long. */
  private static final long FREE_BYTES_BESIDE = 8 << 20;

  private static final long BYTES_PER_BYTE = 64;

  /** Of reps longer than this, whose parts are alike, every ninth bit is read. */
  private static final int LONG = 2_000;

  /** What takes so long has no end. */
  private static final Duration DEADLINE = Duration.ofMinutes(2);

  static List<Path> files() {
    return RepFixturesTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFlippedBitIsFound(Path file) {
    forEachCase(
        file,
        (fixture, pack) -> {
          byte[] bytes = fixture.rep().clone();
          forEachFlip(bytes, bytes.length, 1, bit -> assertRefused(pack, bytes, fixture, bit));
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void aCutIsFound(Path file) {
    forEachCase(
        file,
        (fixture, pack) -> {
          for (int length = 0; length < fixture.rep().length; length++) {
            assertRefused(pack, Arrays.copyOf(fixture.rep(), length), fixture, length);
          }
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFlippedBitUnderAFittingChecksumIsFoundOrCanonical(Path file) {
    forEachCase(
        file,
        (fixture, pack) -> {
          int length = fixture.rep().length - ByteWriter.CHECKSUM_BYTES;
          byte[] bytes = fixture.rep().clone();
          int step = length > LONG ? 27 : 1;
          forEachFlip(bytes, length, step, bit -> read(pack, withChecksum(bytes, length), fixture));
        });
  }

  @ParameterizedTest
  @MethodSource("files")
  void aCutUnderAFittingChecksumIsFound(Path file) {
    forEachCase(
        file,
        (fixture, pack) -> {
          int whole = fixture.rep().length - ByteWriter.CHECKSUM_BYTES;
          int step = whole > LONG ? 9 : 1;
          for (int length = 0; length < whole; length += step) {
            assertRefused(pack, withChecksum(fixture.rep(), length), fixture, length);
          }
        });
  }

  /** A window has whole blocks too, and no damaged one makes much of them. */
  @ParameterizedTest
  @MethodSource("files")
  void aFlippedBitCostsNoMemoryBesideWholeReps(Path file) {
    forEachCase(
        file,
        (fixture, pack) -> {
          int length = fixture.rep().length - ByteWriter.CHECKSUM_BYTES;
          byte[] bytes = fixture.rep().clone();
          int step = length > LONG ? 99 : 1;
          forEachFlip(
              bytes, length, step, bit -> readBeside(pack, withChecksum(bytes, length), fixture));
        });
  }

  @Test
  void anotherVersionIsNamedWithItsAggregate() {
    RepCase fixture = RepFixturesTest.cases(PACKS).get(0);
    byte[] bytes = fixture.rep().clone();
    int sum = 2;
    bytes[sum] = 9;
    assertThatThrownBy(() -> fixture.forReps().decode(bytes))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessage("damaged: the checksum does not fit");
    byte[] later = withChecksum(bytes, bytes.length - ByteWriter.CHECKSUM_BYTES);
    assertThatThrownBy(() -> fixture.forReps().decode(later))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessage("rep of `sum`: version 9; the plan says version 1");
  }

  @Test
  void whatIsCutShortIsNamed() {
    RepCase fixture = RepFixturesTest.cases(PACKS).get(1);
    byte[] cut = withChecksum(fixture.rep(), 20);
    assertThatThrownBy(() -> fixture.forReps().decode(cut))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessageMatching("rep of `avg`: cut short: .*");
    byte[] longer = withChecksum(fixture.rep(), fixture.rep().length);
    assertThatThrownBy(() -> fixture.forReps().decode(longer))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessage("4 bytes too many");
  }

  /** In a thread of its own, whose stack is short, as exceptions are many. */
  private static void forEachCase(Path file, BiConsumer<RepCase, CompositeAggregator> check) {
    Assertions.assertTimeoutPreemptively(
        DEADLINE,
        () ->
            RepFixturesTest.cases(file)
                .forEach(fixture -> check.accept(fixture, fixture.forReps())));
  }

  /** Flips one bit after the other, each for as long as something is done. */
  private static void forEachFlip(byte[] bytes, int length, int step, IntConsumer done) {
    for (int bit = 0; bit < length * Byte.SIZE; bit += step) {
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      done.accept(bit);
      bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
    }
  }

  private static byte[] withChecksum(byte[] bytes, int length) {
    ByteWriter out = new ByteWriter(length + ByteWriter.CHECKSUM_BYTES);
    out.writeRaw(bytes, 0, length);
    out.writeChecksum(0);
    return out.toByteArray();
  }

  private static void assertRefused(
      CompositeAggregator pack, byte[] bytes, RepCase fixture, int place) {
    try {
      pack.decode(bytes);
    } catch (CorruptBytesException expected) {
      return;
    }
    throw new AssertionError(fixture + ": accepted with a change at " + place);
  }

  private static void read(CompositeAggregator pack, byte[] bytes, RepCase fixture) {
    long before = THREAD.getCurrentThreadAllocatedBytes();
    byte[] again = bytes;
    try {
      Rep rep = pack.decode(bytes);
      again = pack.encode(rep);
      fixture.finish(pack, rep);
    } catch (CorruptBytesException expected) {
      Assertions.assertFalse(expected.getMessage().contains("null"), expected.getMessage());
    }
    // A plain comparison, since there are hundreds of thousands.
    if (!Arrays.equals(again, bytes)) {
      assertThat(again).as(fixture.toString()).isEqualTo(bytes);
    }
    checkAllocated(before, FREE_BYTES, bytes, fixture);
  }

  private static void readBeside(CompositeAggregator pack, byte[] bytes, RepCase fixture) {
    long before = THREAD.getCurrentThreadAllocatedBytes();
    try {
      Rep rep = pack.decode(fixture.rep());
      pack.combineEncoded(rep, new ByteReader(bytes));
      fixture.finish(pack, rep);
    } catch (CorruptBytesException expected) {
      Assertions.assertFalse(expected.getMessage().contains("null"), expected.getMessage());
    }
    checkAllocated(before, FREE_BYTES_BESIDE, bytes, fixture);
  }

  private static void checkAllocated(long before, long free, byte[] bytes, RepCase fixture) {
    long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
    if (allocated > free + BYTES_PER_BYTE * bytes.length) {
      throw new AssertionError(fixture + ": allocated " + allocated);
    }
  }
}
