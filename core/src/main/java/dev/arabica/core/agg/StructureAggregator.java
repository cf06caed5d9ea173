package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * An aggregator whose state is one mutable structure {@code S}: a list, a map, a sketch. It takes
 * one place of the rep, and none of the heap until an event comes.
 */
public abstract class StructureAggregator<S> implements Aggregator {
  private final int place;

  protected StructureAggregator(Layout layout) {
    place = layout.ref();
  }

  /** A new structure of no events. */
  protected abstract S identity();

  /** Takes one event in. */
  protected abstract void add(S structure, Input input);

  /** Makes {@code target} that of both, and shares nothing mutable with {@code other}. */
  protected abstract void combine(S target, S other);

  /** Whether no input has contributed. */
  protected abstract boolean isEmpty(S structure);

  /** As {@link Aggregator#finish}. */
  protected abstract FeatureStatus finish(S structure, Window window, Row out, int column);

  /** Appends the canonical bytes, which say where they end. */
  protected abstract void encode(S structure, ByteWriter out);

  /** Reads what {@link #encode} wrote, as a new structure. */
  protected abstract S decode(ByteReader in);

  /** Combines with what {@link #encode} wrote; to be overridden where no structure is needed. */
  protected void combineEncoded(S target, ByteReader other) {
    combine(target, decode(other));
  }

  @Override
  public final void add(Rep rep, Input input) {
    add(prepared(rep), input);
  }

  @Override
  public final void combine(Rep target, Rep other) {
    S structure = structure(other);
    if (structure != null) {
      combine(prepared(target), structure);
    }
  }

  @Override
  public final void combineEncoded(Rep target, ByteReader other) {
    if (target.ref(place) == null) {
      target.setRef(place, decode(other));
    } else {
      combineEncoded(structure(target), other);
    }
  }

  @Override
  public final boolean isEmpty(Rep rep) {
    S structure = structure(rep);
    return structure == null || isEmpty(structure);
  }

  @Override
  public final FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    return finish(orIdentity(structure(rep)), window, out, column);
  }

  @Override
  public final void encode(Rep rep, ByteWriter out) {
    encode(orIdentity(structure(rep)), out);
  }

  private S prepared(Rep rep) {
    S structure = structure(rep);
    if (structure == null) {
      structure = identity();
      rep.setRef(place, structure);
    }
    return structure;
  }

  private S orIdentity(S structure) {
    return structure == null ? identity() : structure;
  }

  @SuppressWarnings("unchecked")
  private S structure(Rep rep) {
    return (S) rep.ref(place);
  }
}
