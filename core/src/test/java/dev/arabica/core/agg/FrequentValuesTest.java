package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.type.Type;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FrequentValuesTest {
  private final HashedValue value = new HashedValue(Type.INT64);
  private final Random random = new Random(1);

  private FrequentValues of(int values) {
    FrequentValues frequent = new FrequentValues();
    for (long i = 0; i < values; i++) {
      frequent.add(value.of(new Input().of(i)), 1, random.nextLong());
    }
    return frequent;
  }

  private static byte[] bytes(FrequentValues values) {
    ByteWriter out = new ByteWriter();
    values.encode(out);
    return out.toByteArray();
  }

  private void assertRefused(byte[] bytes, String why) {
    assertThatThrownBy(() -> new FrequentValues().addEncoded(new ByteReader(bytes), value))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessageContaining(why);
  }

  /** One event of a hundred is of the same value, the others are of values that never recur. */
  @Test
  void whatIsFrequentHasAName() {
    int named = 0;
    for (int round = 0; round < 50; round++) {
      FrequentValues frequent = new FrequentValues();
      for (long i = 1; i <= 10_000; i++) {
        long number = i % 100 == 0 ? 0 : i;
        frequent.add(value.of(new Input().of(number)), 1, random.nextLong());
      }
      assertThat(frequent.named()).hasSize(FrequentValues.NAMED);
      for (int number : frequent.named()) {
        named += frequent.value(number, Type.INT64).equals(0L) ? 1 : 0;
      }
    }
    assertThat(named).isEqualTo(50);
  }

  @Test
  void aValueOfNoEventsIsRefused() {
    byte[] bytes = bytes(of(1));
    bytes[2] = 0;
    assertRefused(bytes, "no or too many events");
  }

  @Test
  void valuesOutOfOrderAreRefused() {
    byte[] bytes = bytes(of(2));
    byte first = bytes[1];
    bytes[1] = bytes[11];
    bytes[11] = first;
    assertRefused(bytes, "out of order");
  }

  @Test
  void moreValuesThanHaveNamesAreRefused() {
    ByteWriter out = new ByteWriter();
    out.writeVarint(FrequentValues.NAMED + 2);
    assertRefused(out.toByteArray(), "frequent values");
  }

  @Test
  void namesOfNothingAreRefused() {
    ByteWriter out = new ByteWriter();
    out.writeVarint(FrequentValues.NAMED + 1);
    CountMin sketch = new CountMin();
    sketch.add(0, 2_000);
    sketch.encode(out);
    byte[] named = bytes(of(FrequentValues.NAMED + 1));
    int names = 2 + CountMin.ROWS * CountMin.COLUMNS;
    out.writeRaw(named, names, named.length - names);
    assertRefused(out.toByteArray(), "not counted");
  }
}
