package dev.arabica.core.agg;

import dev.arabica.core.codec.CorruptBytesException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What the registers of the sketch of {@link ApproxDistinct} can hold. A hash chooses one of them
 * by its first 12 bits and sets in it a bit from 11 to 63: 11 and as many as zeros follow. A
 * register is 0 while no bit is set, then 4 times the highest bit, and in the two bits below
 * whether the next two are set. So there is no register of 1 to 43, the two lowest lack what would
 * be below bit 11, and all else occurs.
 */
final class Registers {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long EACH = 0x0101010101010101L;
  private static final long TOPS = 0x80 * EACH;
  private static final int BIT_11 = 4 * 11;
  private static final int BIT_12 = 4 * 12;
  private static final int BIT_12_AND_11 = BIT_12 + 2;
  private static final int BIT_13 = 4 * 13;

  private Registers() {}

  /**
   * @param registers a multiple of 8 of them
   * @throws CorruptBytesException unless hashes can have made them, one at least
   */
  static void expectPossible(byte[] registers) {
    long all = 0;
    long possible = TOPS;
    // Eight at a time and without a branch, which is a fraction of what combining them takes.
    for (int i = 0; i < registers.length; i += Long.BYTES) {
      long eight = (long) LONGS.get(registers, i);
      all |= eight;
      possible &=
          zeros(eight)
              | zeros(eight ^ BIT_11 * EACH)
              | zeros((eight | (BIT_12 ^ BIT_12_AND_11) * EACH) ^ BIT_12_AND_11 * EACH)
              | from(eight, BIT_13);
    }
    if (all == 0 || possible != TOPS) {
      throw new CorruptBytesException("a sketch that is not one of any values");
    }
  }

  /** The top bit of each byte that is 0. */
  private static long zeros(long bytes) {
    return ~((bytes & ~TOPS) + ~TOPS | bytes) & TOPS;
  }

  /** The top bit of each byte that is no less than a number of at most 128. */
  private static long from(long bytes, int least) {
    return ((bytes & ~TOPS) + (0x80 - least) * EACH | bytes) & TOPS;
  }
}
