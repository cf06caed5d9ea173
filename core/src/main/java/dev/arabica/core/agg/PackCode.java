package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/** What is done to all aggregates of a pack, one after the other. */
abstract class PackCode {
  /** Takes one event in. */
  abstract void add(Rep rep, Row row, Input input);

  abstract void combine(Rep target, Rep other);

  abstract void combineEncoded(Rep target, ByteReader other);

  abstract void encode(Rep rep, ByteWriter out);

  /** Writes the value of one aggregate, by its number in the pack. */
  abstract FeatureStatus finish(Rep rep, int aggregate, Window window, Row out, int column);

  /** How many inputs were NaN and skipped. */
  abstract long skippedNaN();

  /**
   * Two parts of a pack that is too large for one class.
   *
   * @param size how many aggregates the first has
   */
  static PackCode both(PackCode first, int size, PackCode second) {
    return new PackCode() {
      @Override
      void add(Rep rep, Row row, Input input) {
        first.add(rep, row, input);
        second.add(rep, row, input);
      }

      @Override
      void combine(Rep target, Rep other) {
        first.combine(target, other);
        second.combine(target, other);
      }

      @Override
      void combineEncoded(Rep target, ByteReader other) {
        first.combineEncoded(target, other);
        second.combineEncoded(target, other);
      }

      @Override
      void encode(Rep rep, ByteWriter out) {
        first.encode(rep, out);
        second.encode(rep, out);
      }

      @Override
      FeatureStatus finish(Rep rep, int aggregate, Window window, Row out, int column) {
        return aggregate < size
            ? first.finish(rep, aggregate, window, out, column)
            : second.finish(rep, aggregate - size, window, out, column);
      }

      @Override
      long skippedNaN() {
        return first.skippedNaN() + second.skippedNaN();
      }
    };
  }

  /** What {@link PackCompiler} makes a class of, with what its methods call. */
  abstract static class Compiled extends PackCode {
    private long skippedNaN;

    @Override
    final long skippedNaN() {
      return skippedNaN;
    }

    final void skipNaN(int aggregates) {
      skippedNaN += aggregates;
    }

    /** Reads the byte in front of an aggregate's rep. */
    static void expectVersion(ByteReader in, int version) {
      int found = in.readByte();
      if (found != version) {
        throw new CorruptBytesException("version " + found + "; the plan says version " + version);
      }
    }

    static FeatureStatus noSuchAggregate(int number) {
      throw new IllegalArgumentException("no aggregate has the number " + number);
    }

    /** Makes a number the input; false if it is NaN. */
    static boolean take(Input input, double value) {
      input.of(value);
      return !Double.isNaN(value);
    }

    /** Makes a value the input; false if it is a vector with a NaN. */
    static boolean take(Input input, Object value) {
      input.of(value);
      return !(value instanceof float[] vector) || !hasNaN(vector);
    }

    private static boolean hasNaN(float[] vector) {
      for (float component : vector) {
        if (Float.isNaN(component)) {
          return true;
        }
      }
      return false;
    }
  }
}
