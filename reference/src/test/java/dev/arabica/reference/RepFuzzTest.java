package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.testkit.Fuzz;
import dev.arabica.testkit.Mutation;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Whatever the bytes of a pack are: a rep that encodes to them again, or a {@link
 * CorruptBytesException}; in bounded time and memory.
 */
class RepFuzzTest {
  private static final int MUTANTS = 12;

  /** Reading may allocate so much for nothing, classes included, and so much for each byte. */
  private static final long FREE_BYTES = 4 << 20;

  /** The same with decayed sums: they are as long as the time they span, of more than 10 years. */
  private static final long FREE_BYTES_OF_DECAYED = 16 << 20;

  private static final long BYTES_PER_BYTE = 64;

  /** Numbers of events, sizes and ends of ranges that are not there, as varints and as words. */
  private static final byte[][] NASTY = {
    {0},
    {1},
    {0x7F},
    {(byte) 0x80},
    {(byte) 0x80, 1},
    {-1},
    {-1, -1, 3},
    {-1, -1, -1, -1, 7},
    {-1, -1, -1, -1, 15},
    {-1, -1, -1, -1, -1, -1, -1, -1, 127},
    {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
    {0x7F, -16, 0, 0, 0, 0, 0, 0},
    {0x7F, -8, 0, 0, 0, 0, 0, 0},
    {-1, -16, 0, 0, 0, 0, 0, 0},
    {Byte.MIN_VALUE, 0, 0, 0, 0, 0, 0, 0},
    {0x7F, -1, -1, -1, -1, -1, -1, -1},
    {-1, -1, -1, -1, -1, -1, -1, -1},
  };

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void changedBytesAreRefusedUnlessTheyAreCanonical() {
    AtomicLong accepted = new AtomicLong();
    long packs =
        Fuzz.check(
            250,
            random -> {
              RandomPack pack = new RandomPack(random);
              byte[] rep = pack.rep();
              byte[] other = pack.rep();
              byte[] foreign = new RandomPack(random).rep();
              Mutation mutation = new Mutation(r -> r.nextBoolean() ? other : foreign, NASTY);
              assertThat(isRead(pack, rep, rep)).isTrue();
              for (int i = 0; i < MUTANTS; i++) {
                byte[] content = content(rep);
                byte[] mutant =
                    i % 2 == 0 ? mutation.once(content, random) : mutation.of(content, random);
                accepted.addAndGet(isRead(pack, withChecksum(mutant), other) ? 1 : 0);
              }
            });
    // Else it would test nothing but the first bytes.
    assertThat(accepted.get()).isGreaterThan(packs / 2);
  }

  @Test
  void randomBytesAreRefusedUnlessTheyAreCanonical() {
    Fuzz.check(
        150,
        random -> {
          RandomPack pack = new RandomPack(random);
          for (int i = 0; i < MUTANTS; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            for (int at = 0; at < bytes.length; at++) {
              // Small numbers mean something more often than great ones.
              bytes[at] = random.nextInt(3) == 0 ? bytes[at] : (byte) random.nextInt(3);
            }
            if (bytes.length > 0) {
              bytes[0] = 1;
            }
            isRead(pack, withChecksum(bytes), withChecksum(bytes));
          }
        });
  }

  @Test
  void theChecksumFindsWhatIsChanged() {
    Fuzz.check(
        150,
        random -> {
          RandomPack pack = new RandomPack(random);
          byte[] rep = pack.rep();
          Mutation mutation = new Mutation(r -> rep, NASTY);
          for (int i = 0; i < MUTANTS; i++) {
            byte[] mutant = mutation.of(rep, random);
            if (!Arrays.equals(mutant, rep)) {
              assertThat(isRead(pack, mutant, rep)).as("%s: %s", pack, hex(mutant)).isFalse();
            }
          }
        });
  }

  /**
   * Reads a rep, writes it again, finishes it, and combines it with another.
   *
   * @return whether it was taken for one
   */
  private static boolean isRead(RandomPack pack, byte[] bytes, byte[] other) {
    try {
      long before = THREAD.getCurrentThreadAllocatedBytes();
      boolean read = tryRead(pack, bytes, other);
      long allocated = THREAD.getCurrentThreadAllocatedBytes() - before;
      long free = pack.isDecayed() ? FREE_BYTES_OF_DECAYED : FREE_BYTES;
      long most = free + BYTES_PER_BYTE * (bytes.length + other.length);
      check(allocated <= most, "allocated " + allocated);
      return read;
    } catch (RuntimeException | AssertionError | OutOfMemoryError e) {
      throw new AssertionError(e + "\n" + pack + "\n" + hex(bytes) + "\nand " + hex(other), e);
    }
  }

  /** Plain, since what an assertion loads would count as allocated. */
  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  private static boolean tryRead(RandomPack pack, byte[] bytes, byte[] other) {
    CompositeAggregator reader = pack.forReps();
    Rep rep;
    try {
      rep = reader.decode(bytes);
    } catch (CorruptBytesException e) {
      check(!e.getMessage().contains("null"), e.getMessage());
      return false;
    }
    byte[] again = reader.encode(rep);
    check(Arrays.equals(again, bytes), "written again: " + hex(again));
    try {
      pack.finish(reader, rep);
      reader.combineEncoded(rep, new ByteReader(other));
      pack.finish(reader, rep);
    } catch (CorruptBytesException e) {
      // What no values have may show in the end alone.
      check(!e.getMessage().contains("null"), e.getMessage());
    }
    return true;
  }

  private static byte[] content(byte[] rep) {
    return Arrays.copyOf(rep, rep.length - ByteWriter.CHECKSUM_BYTES);
  }

  private static byte[] withChecksum(byte[] content) {
    ByteWriter out = new ByteWriter(content.length + ByteWriter.CHECKSUM_BYTES);
    out.writeRaw(content);
    out.writeChecksum(0);
    return out.toByteArray();
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
