package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * An aggregator whose state is a structure. It takes one place of the rep, and none of the heap
 * until an event comes.
 */
public record StructureAggregator<S>(int place, Structure<S> code) implements Aggregator {
  public StructureAggregator(Layout layout, Structure<S> code) {
    this(layout.ref(), code);
  }

  @Override
  public void add(Rep rep, Input input) {
    S structure = structure(rep);
    if (structure == null) {
      addFirst(rep, input);
    } else {
      code.add(structure, input);
    }
  }

  /** Apart, so that the usual path is straight and the JVM keeps the input in a register. */
  private void addFirst(Rep rep, Input input) {
    code.add(prepared(rep), input);
  }

  @Override
  public void combine(Rep target, Rep other) {
    S structure = structure(other);
    if (structure != null) {
      code.combine(prepared(target), structure);
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    S structure = structure(target);
    if (structure == null) {
      target.setRef(place, code.decode(other));
    } else {
      code.combineEncoded(structure, other);
    }
  }

  @Override
  public boolean isEmpty(Rep rep) {
    S structure = structure(rep);
    return structure == null || code.isEmpty(structure);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    return code.finish(orIdentity(structure(rep)), window, out, column);
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    code.encode(orIdentity(structure(rep)), out);
  }

  private S prepared(Rep rep) {
    S structure = structure(rep);
    if (structure == null) {
      structure = code.identity();
      rep.setRef(place, structure);
    }
    return structure;
  }

  private S orIdentity(S structure) {
    return structure == null ? code.identity() : structure;
  }

  @SuppressWarnings("unchecked")
  private S structure(Rep rep) {
    return (S) rep.ref(place);
  }
}
