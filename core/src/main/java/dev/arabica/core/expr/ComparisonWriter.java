package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import org.objectweb.asm.Opcodes;

/** Writes comparisons of two values that are read as one type. */
final class ComparisonWriter {
  private final ExprMethod method;
  private final Code code;

  ComparisonWriter(ExprMethod method) {
    this.method = method;
    this.code = method.code;
  }

  void test(Node node, Join ifTrue, Join ifFalse, Join ifNull) {
    Function function = ((Op.Call) node.op()).function();
    Operand a = method.operand(node.arg(0), ifNull);
    Operand b = method.operand(node.arg(1), ifNull);
    Type type = node.arg(0).type();
    switch (type.storage()) {
      case LONG -> {
        a.load();
        b.load();
        code.op(Opcodes.LCMP);
        code.jumpIf(test(function), ifTrue, ifFalse);
      }
      case DOUBLE -> numbers(function, a, b, ifTrue, ifFalse);
      case REF -> objects(function, type, a, b, ifTrue, ifFalse);
    }
  }

  /** The test of an order, which is below 0, 0 or above it. */
  private static int test(Function function) {
    return switch (function) {
      case EQUAL -> Opcodes.IFEQ;
      case NOT_EQUAL -> Opcodes.IFNE;
      case LESS -> Opcodes.IFLT;
      case LESS_EQUAL -> Opcodes.IFLE;
      case GREATER -> Opcodes.IFGT;
      case GREATER_EQUAL -> Opcodes.IFGE;
      default -> throw new IllegalArgumentException(function + " compares nothing");
    };
  }

  /** The order is total: what is not less or equal is greater. */
  private void numbers(Function function, Operand a, Operand b, Join ifTrue, Join ifFalse) {
    switch (function) {
      case EQUAL -> numbers("equal", a, b, ifTrue, ifFalse);
      case NOT_EQUAL -> numbers("equal", a, b, ifFalse, ifTrue);
      case LESS -> numbers("isLess", a, b, ifTrue, ifFalse);
      case LESS_EQUAL -> numbers("isLess", b, a, ifFalse, ifTrue);
      case GREATER -> numbers("isLess", b, a, ifTrue, ifFalse);
      default -> numbers("isLess", a, b, ifFalse, ifTrue);
    }
  }

  private void numbers(String relation, Operand a, Operand b, Join ifTrue, Join ifFalse) {
    a.load();
    b.load();
    code.callStatic(FloatOrder.class, relation, boolean.class, double.class, double.class);
    code.jumpIf(Opcodes.IFNE, ifTrue, ifFalse);
  }

  private void objects(
      Function function, Type type, Operand a, Operand b, Join ifTrue, Join ifFalse) {
    boolean forEquality = function == Function.EQUAL || function == Function.NOT_EQUAL;
    if (type == Type.STRING && forEquality) {
      texts(a, b);
      code.jumpIf(
          Opcodes.IFNE,
          function == Function.EQUAL ? ifTrue : ifFalse,
          function == Function.EQUAL ? ifFalse : ifTrue);
      return;
    }
    order(type, a, b);
    code.jumpIf(test(function), ifTrue, ifFalse);
  }

  /** Puts on the stack whether two texts are equal. */
  void texts(Operand a, Operand b) {
    a.load();
    code.cast(String.class);
    b.load();
    code.call(String.class, "equals", boolean.class, Object.class);
  }

  private void order(Type type, Operand a, Operand b) {
    if (type == Type.STRING) {
      a.load();
      code.cast(String.class);
      b.load();
      code.cast(String.class);
      code.callStatic(Values.class, "compareUtf8", int.class, String.class, String.class);
      return;
    }
    method.constant(Type.class, type).load();
    a.load();
    b.load();
    code.callStatic(Values.class, "compare", int.class, Type.class, Object.class, Object.class);
  }
}
