package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;

/** Binds what nodes do to evaluators, so that each function has one implementation. */
final class Binding {
  private Binding() {}

  /** The evaluator of an operation whose arguments are given by others. */
  static Evaluator of(Op op, Type type, Evaluator[] args) {
    if (op instanceof Op.Widened) {
      return Widening.widen(args[0], type);
    }
    if (op instanceof Op.StructOf) {
      return Evaluators.struct(type, args);
    }
    if (op instanceof Op.FieldAt field) {
      return Evaluators.field(type, field.position(), args[0]);
    }
    return CallEvaluators.bind(call(((Op.Call) op).function(), type, args), args);
  }

  /** A call with arguments of these types; what they are is never looked at. */
  private static Expr.Call call(Function function, Type type, Evaluator[] args) {
    List<Expr> standIns = new ArrayList<>();
    for (Evaluator arg : args) {
      standIns.add(new Expr.Column("", arg.type()));
    }
    return new Expr.Call(function, standIns, type);
  }

  static Evaluator[] constants(Node[] nodes) {
    Evaluator[] constants = new Evaluator[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      constants[i] = constant(nodes[i]);
    }
    return constants;
  }

  static Evaluator constant(Node node) {
    return Evaluators.literal(node.type(), node.constant());
  }
}
