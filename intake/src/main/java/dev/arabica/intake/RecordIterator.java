package dev.arabica.intake;

import java.util.Iterator;

/**
 * The records of an open file, in order; to be closed.
 *
 * <p>{@link #next} and {@link #hasNext} throw {@link DataFileException} where the file cannot be
 * read on.
 */
public interface RecordIterator<T> extends Iterator<T>, AutoCloseable {
  @Override
  void close();
}
