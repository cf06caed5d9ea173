package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;

/** A function that is null when an argument is. */
final class StrictEvaluator extends Evaluator {
  private final Evaluator[] args;
  private final Body body;

  StrictEvaluator(Type type, Evaluator[] args, Body body) {
    super(type);
    this.args = args;
    this.body = body;
  }

  /** What a function does with arguments that are there. */
  @FunctionalInterface
  interface Body {
    /** Puts the result of the arguments' results into {@code out}; false means null. */
    boolean apply(Evaluator[] args, Evaluator out);
  }

  Evaluator[] args() {
    return args;
  }

  Body body() {
    return body;
  }

  @Override
  public boolean evaluate(Row row) {
    for (Evaluator arg : args) {
      if (!arg.evaluate(row)) {
        return false;
      }
    }
    return body.apply(args, this);
  }
}
