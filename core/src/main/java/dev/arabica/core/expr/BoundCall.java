package dev.arabica.core.expr;

import java.util.Arrays;

/**
 * A call of code that is not bytecode of its own: an evaluator, and the slots that its arguments
 * are put into.
 */
final class BoundCall {
  private final Slot[] slots;
  private final Evaluator evaluator;

  BoundCall(Node node) {
    int count = node.args().size();
    slots = new Slot[count];
    Evaluator[] args = new Evaluator[count];
    for (int i = 0; i < count; i++) {
      Node arg = node.arg(i);
      slots[i] = arg.isConstant() ? null : new Slot(arg.type());
      args[i] = slots[i] == null ? Binding.constant(arg) : slots[i];
    }
    evaluator = Binding.of(node.op(), node.type(), args);
  }

  /** Where an argument is put; null where it is a constant, which is there. */
  Slot slot(int arg) {
    return slots[arg];
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /**
   * The strict function to apply to what the slots hold, or null if it is not as simple as that.
   */
  StrictEvaluator strict() {
    return evaluator instanceof StrictEvaluator strict
            && Arrays.stream(strict.args())
                .allMatch(arg -> arg instanceof Slot || Evaluators.isLiteral(arg))
        ? strict
        : null;
  }
}
