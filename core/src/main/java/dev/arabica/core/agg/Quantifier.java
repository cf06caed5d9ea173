package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * Whether any value is true, or all are. Exact, not invertible: which of many decided is not kept.
 *
 * @param state how far it is decided; to combine is to take the greater
 * @param decisive the value that decides: a true one for {@code any}, a false one for {@code all}
 */
record Quantifier(int state, boolean decisive) implements Aggregator {
  private static final int NOTHING = 0;
  private static final int UNDECIDED = 1;
  private static final int DECIDED = 2;

  static Quantifier any(Layout layout) {
    return new Quantifier(layout.word(), true);
  }

  static Quantifier all(Layout layout) {
    return new Quantifier(layout.word(), false);
  }

  @Override
  public void add(Rep rep, Input input) {
    boolean value = input.longValue() != 0;
    take(rep, value == decisive ? DECIDED : UNDECIDED);
  }

  @Override
  public void combine(Rep target, Rep other) {
    take(target, other.get(state));
  }

  private void take(Rep rep, long other) {
    rep.set(state, Math.max(rep.get(state), other));
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    int found = other.readByte();
    if (found > DECIDED) {
      throw new CorruptBytesException("a state of any or all that is " + found);
    }
    take(target, found);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.get(state) == NOTHING;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setBoolean(column, (rep.get(state) == DECIDED) == decisive);
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeByte((int) rep.get(state));
  }
}
