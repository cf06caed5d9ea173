package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RegistersTest {
  private static final int COUNT = 1 << ApproxDistinct.PRECISION;

  /** How many zeros may follow the bits that choose a register. */
  private static final int MOST_ZEROS = Long.SIZE - ApproxDistinct.PRECISION;

  /** Takes exactly those that the library gets to; three hashes tell all that one keeps. */
  @Test
  void takesWhatHashesGiveAndNothingElse() {
    Set<Integer> reached = new TreeSet<>(Set.of(0));
    for (int a = 0; a <= MOST_ZEROS; a++) {
      for (int b = 0; b <= a; b++) {
        for (int c = 0; c <= b; c++) {
          UltraLogLog sketch = UltraLogLog.create(ApproxDistinct.PRECISION);
          sketch.add(hash(a)).add(hash(b)).add(hash(c));
          reached.add(sketch.getState()[0] & 0xFF);
        }
      }
    }
    assertThat(reached).contains(44, 48, 50, 52, 255).doesNotContain(43, 45, 46, 47, 49, 51);
    for (int register = 0; register <= 0xFF; register++) {
      for (int place : new int[] {0, 1, 7, 8, COUNT - 1}) {
        assertThat(isPossible(register, place))
            .as("%d at %d", register, place)
            .isEqualTo(reached.contains(register));
      }
    }
  }

  @Test
  void refusesThoseOfNoHashes() {
    assertThatThrownBy(() -> Registers.expectPossible(new byte[COUNT]))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessage("a sketch that is not one of any values");
  }

  /** A hash that chooses the first register, and that so many zeros follow in. */
  private static long hash(int zeros) {
    return zeros == MOST_ZEROS ? 0 : 1L << (MOST_ZEROS - 1 - zeros);
  }

  /** Whether a register is taken beside others of every kind. */
  private static boolean isPossible(int register, int place) {
    byte[] registers = new byte[COUNT];
    for (int i = 0; i < COUNT; i++) {
      registers[i] = (byte) (i % 4 == 0 ? 0 : i % 4 == 1 ? 44 : 48 + i % 104 * 2);
    }
    registers[place] = (byte) register;
    try {
      Registers.expectPossible(registers);
      return true;
    } catch (CorruptBytesException e) {
      return false;
    }
  }
}
