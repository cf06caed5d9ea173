package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * Different values with their counts, up to a number of them; beyond that a {@link CountMin} sketch
 * of the counts, and the names of a sample of the values.
 *
 * <p>The sample is made of the {@link #NAMED} values of least priority. An event has the priority
 * of its id, as good as random, and a value the least of its events. What is among the least of all
 * is among the least of its part, so grouping and order change no bit. A value that has the part
 * {@code f} of all events is without a name only if the first {@link #NAMED} events, by priority,
 * are all of other values: with a probability of at most {@code (1 - f)^1000}, which is 5e-5 for 1%
 * of all events and 2e-9 for 2%. (Cohen and Kaplan, "Summarizing Data using Bottom-k Sketches",
 * PODC 2007.)
 */
final class FrequentValues {
  /** How many values are counted exactly, or have a name. */
  static final int NAMED = 1_000;

  /** The priority of a value that is not known to have any: the greatest, as an unsigned number. */
  private static final long LAST = -1;

  /** With a sketch perhaps more than are named, so that there is something to {@link #prune}. */
  private ByteStrings values = new ByteStrings();

  private long[] priorities = {LAST, LAST, LAST, LAST};

  /** Null once there is a sketch. */
  private long[] counts = new long[4];

  private CountMin sketch;

  /** {@link #NAMED} values have no greater priority, unless it is the greatest there is. */
  private long limit = LAST;

  boolean isEmpty() {
    return values.size() == 0;
  }

  /** Takes in some occurrences of a value, and the least priority of them. */
  void add(HashedValue value, long count, long priority) {
    if (sketch == null) {
      count(value.addTo(values), count, priority);
      return;
    }
    sketch.add(value.hash(), count);
    if (mayHaveName(priority)) {
      name(value.addTo(values), priority);
    }
  }

  private void add(FrequentValues other, int number) {
    long priority = other.priorities[number];
    if (sketch == null) {
      count(values.add(other.values, number), other.counts[number], priority);
      return;
    }
    sketch.add(other.values.hash(number), other.counts[number]);
    if (mayHaveName(priority)) {
      name(values.add(other.values, number), priority);
    }
  }

  private void count(int number, long count, long priority) {
    note(number, priority);
    counts[number] += count;
    if (values.size() > NAMED) {
      sketch();
    }
  }

  private boolean mayHaveName(long priority) {
    return Long.compareUnsigned(priority, limit) <= 0;
  }

  private void name(int number, long priority) {
    note(number, priority);
    if (values.size() == 2 * NAMED) {
      prune();
    }
  }

  private void note(int number, long priority) {
    int length = priorities.length;
    if (number == length) {
      priorities = Arrays.copyOf(priorities, 2 * length);
      Arrays.fill(priorities, length, 2 * length, LAST);
      counts = counts == null ? null : Arrays.copyOf(counts, 2 * length);
    }
    if (Long.compareUnsigned(priority, priorities[number]) < 0) {
      priorities[number] = priority;
    }
  }

  private void sketch() {
    sketch = new CountMin();
    for (int number = 0; number < values.size(); number++) {
      sketch.add(values.hash(number), counts[number]);
    }
    counts = null;
  }

  /** Forgets the values that can have no name any more. */
  private void prune() {
    int[] order = values.by(priorities);
    ByteStrings named = new ByteStrings();
    named.reserve(2 * NAMED);
    long[] theirs = new long[2 * NAMED];
    Arrays.fill(theirs, LAST);
    for (int i = 0; i < NAMED; i++) {
      theirs[named.add(values, order[i])] = priorities[order[i]];
    }
    limit = priorities[order[NAMED - 1]];
    values = named;
    priorities = theirs;
  }

  /** Takes in all that another one has. */
  void add(FrequentValues other) {
    if (other.sketch == null) {
      values.reserve(other.values.size());
      for (int number = 0; number < other.values.size(); number++) {
        add(other, number);
      }
      return;
    }
    addSketch(other.sketch, other.limit);
    for (int number = 0; number < other.values.size(); number++) {
      if (mayHaveName(other.priorities[number])) {
        name(values.add(other.values, number), other.priorities[number]);
      }
    }
  }

  private void addSketch(CountMin other, long otherLimit) {
    if (sketch == null) {
      sketch();
    }
    sketch.add(other);
    limit = Long.compareUnsigned(otherLimit, limit) < 0 ? otherLimit : limit;
  }

  /** The values with a name, by number and in the order of their hashes. */
  int[] named() {
    int[] all = values.byHash();
    if (all.length <= NAMED) {
      return all;
    }
    int last = values.by(priorities)[NAMED - 1];
    return Arrays.stream(all)
        .filter(number -> values.compare(number, last, priorities) <= 0)
        .toArray();
  }

  /** How often a value occurs: exactly so often, or the estimate of the sketch. */
  long count(int number) {
    return sketch == null ? counts[number] : sketch.estimate(values.hash(number));
  }

  Object value(int number, Type type) {
    return values.value(number, type);
  }

  /**
   * The number of values; or a number past {@link #NAMED} and the sketch. Then the values with a
   * name: each with its count, unless there is a sketch, and its priority.
   */
  void encode(ByteWriter out) {
    out.writeVarint(sketch == null ? values.size() : NAMED + 1);
    if (sketch != null) {
      sketch.encode(out);
    }
    for (int number : named()) {
      values.write(number, out);
      if (sketch == null) {
        out.writeVarint(counts[number]);
      }
      out.writeLong(priorities[number]);
    }
  }

  /**
   * Takes in what {@link #encode} wrote.
   *
   * @param value to read values into
   */
  void addEncoded(ByteReader in, HashedValue value) {
    long size = in.readVarint();
    if (size < 0 || size > NAMED + 1) {
      throw new CorruptBytesException(size + " frequent values");
    }
    if (size > NAMED) {
      addEncodedSketch(in, value);
    } else {
      addEncodedCounts(in, value, (int) size);
    }
  }

  private void addEncodedCounts(ByteReader in, HashedValue value, int size) {
    values.reserve(size);
    long total = 0;
    for (int i = 0; i < size; i++) {
      value.read(in, i > 0);
      long count = in.readVarint();
      total += count;
      if (count <= 0 || total < 0) {
        throw new CorruptBytesException("a value of no or too many events");
      }
      add(value, count, in.readLong());
    }
  }

  private void addEncodedSketch(ByteReader in, HashedValue value) {
    CountMin other = new CountMin();
    other.decode(in);
    addSketch(other, LAST);
    long greatest = 0;
    for (int i = 0; i < NAMED; i++) {
      value.read(in, i > 0);
      long priority = in.readLong();
      if (other.estimate(value.hash()) == 0) {
        throw new CorruptBytesException("a value that was not counted");
      }
      greatest = Long.compareUnsigned(priority, greatest) > 0 ? priority : greatest;
      if (mayHaveName(priority)) {
        name(value.addTo(values), priority);
      }
    }
    limit = Long.compareUnsigned(greatest, limit) < 0 ? greatest : limit;
  }
}
