package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;

/**
 * An expression bound to the columns of a row type. {@link #evaluate} leaves its result in a field,
 * so that no value is boxed on the way; an instance belongs to one thread.
 */
public abstract class Evaluator {
  private final Type type;
  long longResult;
  double doubleResult;
  Object refResult;

  Evaluator(Type type) {
    this.type = type;
  }

  public final Type type() {
    return type;
  }

  /** Evaluates over a row; false means null, true that the result of the type's storage is set. */
  public abstract boolean evaluate(Row row);

  /** The last result of an expression stored as a word (see {@link Type.Storage}). */
  public final long longResult() {
    return longResult;
  }

  public final double doubleResult() {
    return doubleResult;
  }

  public final Object refResult() {
    return refResult;
  }

  /** Whether the bool expression is true: null counts as false, as in a filter. */
  public boolean isTrue(Row row) {
    return evaluate(row) && longResult != 0;
  }

  /** Evaluates to the boxed form. */
  public final Object value(Row row) {
    return evaluate(row) ? boxed() : null;
  }

  /** Sets a word as the result; always true, for {@link #evaluate} to return. */
  final boolean putLong(long value) {
    longResult = value;
    return true;
  }

  final boolean putBool(boolean value) {
    return putLong(value ? 1 : 0);
  }

  /** Sets a number as the result; what is not a number is null. */
  final boolean putDouble(double value) {
    doubleResult = value;
    return !Double.isNaN(value);
  }

  final boolean putRef(Object value) {
    refResult = value;
    return value != null;
  }

  /** Sets a boxed form of the expression's type as the result. */
  final boolean putBoxed(Object value) {
    if (value == null) {
      return false;
    }
    switch (type.storage()) {
      case LONG -> longResult = word(value);
      case DOUBLE -> doubleResult = (Double) value;
      case REF -> refResult = value;
    }
    return true;
  }

  /** The word of the boxed form of a type that is stored as one. */
  static long word(Object boxed) {
    return boxed instanceof Boolean b ? (b ? 1 : 0) : (Long) boxed;
  }

  /** Takes over what another expression of the same storage gave. */
  final void copy(Evaluator from) {
    longResult = from.longResult;
    doubleResult = from.doubleResult;
    refResult = from.refResult;
  }

  final Object boxed() {
    return switch (type.storage()) {
      case LONG -> type == Type.BOOL ? (Object) (longResult != 0) : (Object) longResult;
      case DOUBLE -> doubleResult;
      case REF -> refResult;
    };
  }
}
