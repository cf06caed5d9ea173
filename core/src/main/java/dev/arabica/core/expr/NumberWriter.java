package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import org.objectweb.asm.Opcodes;

/** Writes functions of floats. What is not a number is null. */
final class NumberWriter {
  private final ExprMethod method;
  private final Code code;

  NumberWriter(ExprMethod method) {
    this.method = method;
    this.code = method.code;
  }

  /** Puts the result of a function on the stack. */
  void push(Node node, Function function, Join ifNull) {
    Operand[] args = method.operands(node.args(), ifNull);
    switch (function) {
      case SIGN -> sign(args[0], ifNull);
      case TO_INT -> toInt(args[0], ifNull);
      case LEAST -> extreme("lesser", args, ifNull);
      case GREATEST -> extreme("greater", args, ifNull);
      default -> {
        arithmetic(function, args, ifNull);
        unlessNan(ifNull);
      }
    }
  }

  private void arithmetic(Function function, Operand[] args, Join ifNull) {
    switch (function) {
      case ADD -> binary(Opcodes.DADD, args);
      case SUBTRACT -> binary(Opcodes.DSUB, args);
      case MULTIPLY -> binary(Opcodes.DMUL, args);
      case DIVIDE, SAFE_DIV -> divided(Opcodes.DDIV, args, ifNull);
      case MODULO -> divided(Opcodes.DREM, args, ifNull);
      case NEGATE -> {
        args[0].load();
        code.op(Opcodes.DNEG);
      }
      case ABS -> {
        args[0].load();
        code.callStatic(Math.class, "abs", double.class, double.class);
      }
      case TO_FLOAT -> args[0].load();
      case CLAMP -> clamp(args, ifNull);
      default -> throw new IllegalArgumentException(function + " takes no float");
    }
  }

  private void binary(int opcode, Operand[] args) {
    args[0].load();
    args[1].load();
    code.op(opcode);
  }

  private void divided(int opcode, Operand[] args, Join ifNull) {
    args[1].load();
    code.push(0.0);
    code.op(Opcodes.DCMPL);
    code.jumpIf(Opcodes.IFEQ, ifNull);
    binary(opcode, args);
  }

  /** Goes on with the number on the stack, if it is one. */
  private void unlessNan(Join ifNull) {
    Operand number = method.stored(Kind.DOUBLE);
    jumpIfNan(number, ifNull);
    number.load();
  }

  private void jumpIfNan(Operand number, Join ifNull) {
    number.load();
    code.callStatic(Double.class, "isNaN", boolean.class, double.class);
    code.jumpIf(Opcodes.IFNE, ifNull);
  }

  private void extreme(String function, Operand[] args, Join ifNull) {
    for (Operand arg : args) {
      jumpIfNan(arg, ifNull);
    }
    args[0].load();
    for (int i = 1; i < args.length; i++) {
      args[i].load();
      code.callStatic(FloatOrder.class, function, double.class, double.class, double.class);
    }
  }

  /** Math's are NaN when one is. */
  private void clamp(Operand[] args, Join ifNull) {
    args[1].load();
    args[2].load();
    code.op(Opcodes.DCMPG);
    code.jumpIf(Opcodes.IFGT, ifNull);
    args[0].load();
    args[1].load();
    code.callStatic(Math.class, "max", double.class, double.class, double.class);
    args[2].load();
    code.callStatic(Math.class, "min", double.class, double.class, double.class);
  }

  private void sign(Operand number, Join ifNull) {
    jumpIfNan(number, ifNull);
    number.load();
    code.callStatic(Math.class, "signum", double.class, double.class);
    code.op(Opcodes.D2L);
  }

  /** Cut towards zero; NaN is on no side of the bounds. */
  private void toInt(Operand number, Join ifNull) {
    number.load();
    code.push(-0x1p63);
    code.op(Opcodes.DCMPL);
    code.jumpIf(Opcodes.IFLT, ifNull);
    number.load();
    code.push(0x1p63);
    code.op(Opcodes.DCMPG);
    code.jumpIf(Opcodes.IFGE, ifNull);
    number.load();
    code.op(Opcodes.D2L);
  }
}
