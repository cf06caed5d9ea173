package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.type.Row;
import java.util.List;
import org.objectweb.asm.Opcodes;

/** Writes calls: of what is not bytecode of its own, and of the methods of other nodes. */
final class CallWriter {
  private final ExprMethod method;
  private final ExprClass owner;
  private final Code code;

  CallWriter(ExprMethod method, ExprClass owner) {
    this.method = method;
    this.owner = owner;
    this.code = method.code;
  }

  /** Puts what the evaluator of an operation gives on the stack. */
  void push(Node node, Join ifNull) {
    BoundCall call = owner.call(node);
    if (node.isGathering()) {
      fillAny(node, call);
    } else {
      fillAll(node, call, ifNull);
    }
    invoke(call);
    code.jumpIf(Opcodes.IFEQ, ifNull);
    Kind kind = ExprMethod.kind(node.type());
    object(call.evaluator());
    code.get(Evaluator.class, result(kind), kind.type());
  }

  private void invoke(BoundCall call) {
    StrictEvaluator strict = call.strict();
    if (strict == null) {
      object(call.evaluator());
      code.loadParameter(ExprMethod.ROW);
      code.call(Evaluator.class, "evaluate", boolean.class, Row.class);
      return;
    }
    method.constant(StrictEvaluator.Body.class, strict.body()).load();
    method.constant(Evaluator[].class, strict.args()).load();
    object(strict);
    code.call(
        StrictEvaluator.Body.class, "apply", boolean.class, Evaluator[].class, Evaluator.class);
  }

  private void object(Evaluator evaluator) {
    method.constant(Evaluator.class, evaluator).load();
  }

  /** The field of an evaluator with a result. */
  static String result(Kind kind) {
    return switch (kind) {
      case LONG -> "longResult";
      case DOUBLE -> "doubleResult";
      default -> "refResult";
    };
  }

  private void fillAll(Node node, BoundCall call, Join ifNull) {
    Operand[] operands = method.operands(node.args(), ifNull);
    for (int i = 0; i < operands.length; i++) {
      if (call.slot(i) != null) {
        fill(call.slot(i), operands[i]);
      }
    }
  }

  private void fill(Slot slot, Operand operand) {
    Kind kind = ExprMethod.kind(slot.type());
    method.constant(Slot.class, slot).load();
    operand.load();
    code.put(Evaluator.class, result(kind), kind.type());
  }

  /** Puts in arguments that may be null, by further methods where there are many. */
  private void fillAny(Node node, BoundCall call) {
    int from = 0;
    while (from < node.args().size()) {
      int to = endOfSome(node.args(), from);
      if (from == 0 && to == node.args().size()) {
        fillSome(node, call, from, to);
      } else {
        code.loadParameter(0);
        code.loadParameter(ExprMethod.ROW);
        code.callOwn(owner.filling(node, call, from, to), void.class, Row.class);
      }
      from = to;
    }
  }

  /** As many arguments as fit a method. */
  private int endOfSome(List<Node> args, int from) {
    int bytes = 0;
    int to = from;
    while (to < args.size() && (to == from || bytes < owner.partition().mostBytes())) {
      bytes += Partition.FILLING + owner.partition().bytes(args.get(to));
      to++;
    }
    return to;
  }

  void fillSome(Node node, BoundCall call, int from, int to) {
    for (int i = from; i < to; i++) {
      if (call.slot(i) != null) {
        fillOrNull(call.slot(i), node.arg(i));
      }
    }
  }

  private void fillOrNull(Slot slot, Node arg) {
    Join isNull = new Join();
    Join done = new Join();
    fill(slot, method.operand(arg, isNull));
    setPresent(slot, 1);
    code.jump(done);
    code.place(isNull);
    setPresent(slot, 0);
    code.place(done);
  }

  private void setPresent(Slot slot, int present) {
    method.constant(Slot.class, slot).load();
    code.push(present);
    code.put(Slot.class, "present", boolean.class);
  }

  /** Puts the value of a node that has a method of its own on the stack. */
  void apart(Node node, Join ifNull) {
    Kind kind = ExprMethod.kind(node.type());
    code.loadParameter(0);
    code.loadParameter(ExprMethod.ROW);
    code.callOwn(owner.part(node), boolean.class, Row.class);
    code.jumpIf(Opcodes.IFEQ, ifNull);
    code.loadParameter(0);
    code.getOwn(ExprClass.valueOf(node), kind.type());
  }
}
