package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.function.Function;

/** A function of boxed values: for strings and lists, which are objects anyway. */
final class RefEvaluator extends Evaluator {
  private final Evaluator[] args;
  private final Function<Object[], Object> function;

  RefEvaluator(Type type, Evaluator[] args, Function<Object[], Object> function) {
    super(type);
    this.args = args;
    this.function = function;
  }

  @Override
  public boolean evaluate(Row row) {
    Object[] values = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      values[i] = args[i].value(row);
      if (values[i] == null) {
        return false;
      }
    }
    Object result = function.apply(values);
    switch (type().storage()) {
      case LONG -> longResult = result instanceof Boolean b ? (b ? 1 : 0) : (Long) result;
      case DOUBLE -> doubleResult = (Double) result;
      case REF -> refResult = result;
    }
    return true;
  }
}
