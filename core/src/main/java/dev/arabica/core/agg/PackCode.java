package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.type.Row;

/**
 * The loops over some aggregates of a pack, unrolled into a class of their own by {@link
 * PackCompiler}: every call site sees one aggregator, so that the JVM can inline it.
 */
abstract class PackCode {
  private long skippedNaN;

  /** Takes one event in. */
  abstract void add(Rep rep, Row row, Input input);

  abstract void combine(Rep target, Rep other);

  abstract void combineEncoded(Rep target, ByteReader other);

  abstract void encode(Rep rep, ByteWriter out);

  /** How many inputs were NaN and skipped. */
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
      throw new CorruptBytesException("version " + found + "; this build reads version " + version);
    }
  }

  /** Makes a word the input. */
  static boolean take(Input input, long value) {
    input.of(value);
    return true;
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
