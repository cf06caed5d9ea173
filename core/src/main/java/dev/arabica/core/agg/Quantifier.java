package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * Whether any value is true, or all are. Exact, not invertible: which of many decided is not kept.
 */
final class Quantifier implements Aggregator<Quantifier.Rep> {
  private static final int NOTHING = 0;
  private static final int UNDECIDED = 1;
  private static final int DECIDED = 2;

  /** The value that decides: a true one for {@code any}, a false one for {@code all}. */
  private final boolean decisive;

  private Quantifier(boolean decisive) {
    this.decisive = decisive;
  }

  static Quantifier any() {
    return new Quantifier(true);
  }

  static Quantifier all() {
    return new Quantifier(false);
  }

  /** How far it is decided; to combine is to take the greater. */
  static final class Rep {
    int state = NOTHING;
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    boolean value = input.longValue() != 0;
    rep.state = Math.max(rep.state, value == decisive ? DECIDED : UNDECIDED);
  }

  @Override
  public void combine(Rep target, Rep other) {
    target.state = Math.max(target.state, other.state);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.state == NOTHING;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setBoolean(column, (rep.state == DECIDED) == decisive);
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeByte(rep.state);
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.state = in.readByte();
    if (rep.state > DECIDED) {
      throw new CorruptBytesException("a state of any or all that is " + rep.state);
    }
    return rep;
  }
}
