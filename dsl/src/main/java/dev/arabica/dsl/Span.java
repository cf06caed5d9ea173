package dev.arabica.dsl;

/**
 * A stretch of a source file.
 *
 * @param start the offset of the first character, in UTF-16 units
 * @param end the offset after the last; equal to {@code start} for a place between characters
 */
public record Span(SourceFile file, int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** The text that the span covers. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** The stretch from the start of this span to the end of the other. */
  public Span to(Span other) {
    return new Span(file, start, Math.max(end, other.end));
  }

  // Written out: what a record gets is linked when it is first called, which takes milliseconds.
  @Override
  public boolean equals(Object other) {
    return other instanceof Span span
        && file == span.file
        && start == span.start
        && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + start) + end;
  }
}
