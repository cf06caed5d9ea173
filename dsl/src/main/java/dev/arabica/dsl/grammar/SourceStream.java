package dev.arabica.dsl.grammar;

import dev.arabica.dsl.SourceFile;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A source file as the lexer reads it, by UTF-16 units, so that token offsets are offsets of the
 * text.
 */
final class SourceStream implements CharStream {
  private final SourceFile source;
  private int index;

  SourceStream(SourceFile source) {
    this.source = source;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, size());
    return interval.a >= end ? "" : source.text().substring(interval.a, end);
  }

  @Override
  public void consume() {
    if (index == size()) {
      throw new IllegalStateException("cannot consume the end of the file");
    }
    index++;
  }

  @Override
  public int LA(int distance) {
    int at = distance > 0 ? index + distance - 1 : index + distance;
    return at < 0 || at >= size() ? EOF : source.text().charAt(at);
  }

  /** Nothing is buffered, so a mark holds nothing. */
  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = Math.min(to, size());
  }

  @Override
  public int size() {
    return source.text().length();
  }

  @Override
  public String getSourceName() {
    return source.name();
  }
}
