package dev.arabica.batch;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;

/**
 * An iterator whose elements are made in small lots: each call of {@link #advance} takes some input
 * and may {@link #emit} any number of elements.
 */
abstract class Lazily<T> implements Iterator<T> {
  private final Queue<T> ready = new ArrayDeque<>();
  private boolean ended;

  /** Takes the next input in; false if there was none, after emitting what was left. */
  abstract boolean advance();

  final void emit(T element) {
    ready.add(element);
  }

  @Override
  public final boolean hasNext() {
    while (ready.isEmpty() && !ended) {
      ended = !advance();
    }
    return !ready.isEmpty();
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
