package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;

/** An argument whose value compiled code has put in. */
final class Slot extends Evaluator {
  boolean present = true;

  Slot(Type type) {
    super(type);
  }

  @Override
  public boolean evaluate(Row row) {
    return present;
  }
}
