package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;

/** One number for each {@link Count}. */
final class Tally {
  private static final Count[] COUNTS = Count.values();

  private final long[] numbers = new long[COUNTS.length];

  long get(Count count) {
    return numbers[count.ordinal()];
  }

  void add(Count count, long more) {
    numbers[count.ordinal()] += more;
  }

  void add(Tally other) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += other.numbers[i];
    }
  }

  void write(ByteWriter out) {
    out.writeVarint(numbers.length);
    for (long number : numbers) {
      out.writeVarint(number);
    }
  }

  static Tally read(ByteReader in) {
    Tally tally = new Tally();
    int count = in.readCount(1);
    for (int i = 0; i < count; i++) {
      tally.numbers[i] = in.readVarint();
    }
    return tally;
  }
}
