package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Local;

/** Writes choices among values of one type. */
final class ChoiceWriter {
  private final ExprMethod method;
  private final Code code;

  ChoiceWriter(ExprMethod method) {
    this.method = method;
    this.code = method.code;
  }

  /** Puts the value that is chosen on the stack. */
  void push(Node node, Function function, Join ifNull) {
    Local chosen = code.local(ExprMethod.kind(node.type()));
    Join done = new Join();
    if (function == Function.IF) {
      choose(node, chosen, done, ifNull);
    } else {
      first(node, chosen, done, ifNull);
    }
    code.place(done);
    code.load(chosen);
  }

  private void choose(Node node, Local chosen, Join done, Join ifNull) {
    Join then = new Join();
    Join otherwise = new Join();
    method.test(node.arg(0), then, otherwise, otherwise);
    code.place(then);
    take(node.arg(1), chosen, done, ifNull);
    code.place(otherwise);
    take(node.arg(2), chosen, done, ifNull);
  }

  private void first(Node node, Local chosen, Join done, Join ifNull) {
    for (Node arg : node.args().subList(0, node.args().size() - 1)) {
      Join next = new Join();
      take(arg, chosen, done, next);
      code.place(next);
    }
    take(node.arg(node.args().size() - 1), chosen, done, ifNull);
  }

  private void take(Node node, Local chosen, Join done, Join ifNull) {
    method.operand(node, ifNull).load();
    code.store(chosen);
    code.jump(done);
  }
}
