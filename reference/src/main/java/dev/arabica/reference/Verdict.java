package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Row;
import dev.arabica.intake.RecordPosition;
import java.util.List;

/** What became of an event, or of a row of a snapshot, on its way to a value. */
public sealed interface Verdict {
  /** It is an input of the value; of a snapshot, the version that counts. */
  record Counted() implements Verdict {}

  /** Of a snapshot: a later version counts. */
  record Superseded() implements Verdict {}

  /**
   * Another event counts for it.
   *
   * @param in the source or stream that declares so
   */
  record Duplicate(String in, RecordPosition of) implements Verdict {}

  /**
   * A filter left it out.
   *
   * @param condition of the conditions that the filter joins by {@code and}, the first that is not
   *     true
   * @param row what it was asked about
   */
  record Filtered(Expr condition, Row row) implements Verdict {}

  /** A column of its key is null. */
  record NullKey(String column) implements Verdict {}

  /** It belongs to another key. */
  record OtherKey(List<Object> key) implements Verdict {}

  /** It happened before the window. */
  record TooEarly() implements Verdict {}

  /** It happened at the end of the window, or after it; of a snapshot, it is not valid yet. */
  record TooLate() implements Verdict {}

  /** What it would bring is null, or not a number. */
  record NullInput(Expr input) implements Verdict {}
}
