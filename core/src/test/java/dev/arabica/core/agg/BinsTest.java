package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bins against a sorted map, whatever their indexes make them of. */
final class BinsTest {
  private static final int LEAST = -1_000_000;
  private static final int MOST = 1_000_000;

  /** Bins and the same counts in a map. */
  private static final class Both {
    final Bins bins = new Bins();
    final TreeMap<Integer, Long> map = new TreeMap<>();

    void add(int index, long count) {
      bins.add(index, count);
      map.merge(index, count, Long::sum);
    }

    void add(Both other, boolean encoded) {
      if (encoded) {
        bins.addEncoded(new ByteReader(bytes(other.bins)), LEAST, MOST);
      } else {
        bins.add(other.bins);
      }
      other.map.forEach((index, count) -> map.merge(index, count, Long::sum));
    }

    void assertEqual() {
      assertThat(bins.total()).isEqualTo(map.values().stream().mapToLong(n -> n).sum());
      long rank = 0;
      Bins inOrder = new Bins();
      for (var entry : map.entrySet()) {
        rank += entry.getValue();
        if (entry.getKey() % 50 == 0) {
          assertThat(bins.indexAt(rank - entry.getValue())).isEqualTo(entry.getKey());
          assertThat(bins.indexAt(rank - 1)).isEqualTo(entry.getKey());
        }
        inOrder.add(entry.getKey(), entry.getValue());
      }
      assertThat(bytes(bins)).isEqualTo(bytes(inOrder));
    }
  }

  private static byte[] bytes(Bins bins) {
    ByteWriter out = new ByteWriter();
    bins.encode(out);
    return out.toByteArray();
  }

  /** The widths that indexes are spread over: from all in one array to hardly any two close. */
  @ParameterizedTest
  @ValueSource(ints = {1, 40, 300, 3_000, 1_900_000})
  void countsAreThoseOfAMap(int width) {
    Random random = new Random(width);
    for (int round = 0; round < 20; round++) {
      Both all = new Both();
      for (int part = 0; part < 8; part++) {
        Both other = new Both();
        int centre = random.nextInt(10) == 0 ? 50_000 : 0;
        for (int i = random.nextInt(random.nextBoolean() ? 20 : 400); i > 0; i--) {
          other.add(centre + random.nextInt(width) - width / 2, 1 + random.nextInt(3));
        }
        byte[] before = bytes(other.bins);
        all.add(other, random.nextBoolean());
        all.add(random.nextInt(width), 1L << random.nextInt(40));
        assertThat(bytes(other.bins)).isEqualTo(before);
      }
      all.assertEqual();
    }
  }

  @Test
  void neighboursTakeAByteEach() {
    Bins bins = new Bins();
    for (int i = 0; i < 60; i++) {
      bins.add(i - 30, 1);
    }
    assertThat(bytes(bins)).hasSizeLessThan(64);
  }

  @Test
  void oneIndexFarAwayKeepsTheOthersAsTheyAre() {
    Both both = new Both();
    for (int i = 0; i < 200; i++) {
      both.add(i, 1);
    }
    both.add(MOST, 1);
    both.add(LEAST, 1);
    both.assertEqual();
    for (int i = 200; i < 1_000; i++) {
      both.add(i, 2);
    }
    both.assertEqual();
  }

  @Test
  void bytesThatNoBinsHaveAreRefused() {
    List<byte[]> refused =
        List.of(
            new byte[] {1, 0, 0}, // no count
            new byte[] {2, 0, 1, 0, 1}, // two indexes in a span of one
            new byte[] {2, 0, 1, 1, 0}, // no count of the last
            new byte[] {3, 0, 1, 5, 1, 1, 0}, // says that some are absent, but none is
            new byte[] {3, 0, 1, 5, 1, 1, 4}, // goes on to the last
            new byte[] {4, 0, 1, 2, 1, 0, 0}, // more indexes than there are between
            beyondTheGreatestIndex());
    for (byte[] bytes : refused) {
      assertThatThrownBy(() -> new Bins().addEncoded(new ByteReader(bytes), LEAST, MOST))
          .isInstanceOf(CorruptBytesException.class);
    }
  }

  private static byte[] beyondTheGreatestIndex() {
    Bins bins = new Bins();
    bins.add(MOST + 1, 1);
    return bytes(bins);
  }
}
