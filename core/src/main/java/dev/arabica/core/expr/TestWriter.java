package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.bytecode.Local;
import dev.arabica.core.type.Type;
import org.objectweb.asm.Opcodes;

/**
 * Writes bools as jumps, so that none is computed where it only decides. What follows is reached by
 * one of three joins; where two of them are the same, as in a filter, less has to be found out.
 */
final class TestWriter {
  private final ExprMethod method;
  private final Code code;

  TestWriter(ExprMethod method) {
    this.method = method;
    this.code = method.code;
  }

  /** Whether a node is a bool that is found by jumps. */
  static boolean isTest(Node node) {
    if (node.type() != Type.BOOL) {
      return false;
    }
    return node.op() instanceof Op.MemberOf || node.op() instanceof Op.Call call && call.inline();
  }

  /** Puts the word of a test on the stack. */
  void push(Node node, Join ifNull) {
    Join isTrue = new Join();
    Join isFalse = new Join();
    Join done = new Join();
    Local word = code.local(Kind.LONG);
    test(node, isTrue, isFalse, ifNull);
    code.place(isTrue);
    code.push(1L);
    code.store(word);
    code.jump(done);
    code.place(isFalse);
    code.push(0L);
    code.store(word);
    code.place(done);
    code.load(word);
  }

  void test(Node node, Join ifTrue, Join ifFalse, Join ifNull) {
    if (node.op() instanceof Op.MemberOf set) {
      Join ifOther = set.orNull() ? ifNull : ifFalse;
      Operand wanted = method.operand(node.arg(0), ifNull);
      new MembershipWriter(method).test(wanted, node.arg(0).type(), set, ifTrue, ifOther);
      return;
    }
    switch (((Op.Call) node.op()).function()) {
      case AND -> new Connective(ifFalse, ifTrue, ifNull, false).write(node);
      case OR -> new Connective(ifTrue, ifFalse, ifNull, true).write(node);
      case NOT -> method.test(node.arg(0), ifFalse, ifTrue, ifNull);
      case IS_NULL -> {
        method.operand(node.arg(0), ifTrue);
        code.jump(ifFalse);
      }
      case IF -> choose(node, ifTrue, ifFalse, ifNull);
      case COALESCE -> first(node, ifTrue, ifFalse, ifNull);
      case IS_NAN -> {
        method.operand(node.arg(0), ifNull).load();
        code.callStatic(Double.class, "isNaN", boolean.class, double.class);
        code.jumpIf(Opcodes.IFNE, ifTrue, ifFalse);
      }
      default -> new ComparisonWriter(method).test(node, ifTrue, ifFalse, ifNull);
    }
  }

  private void choose(Node node, Join ifTrue, Join ifFalse, Join ifNull) {
    Join then = new Join();
    Join otherwise = new Join();
    method.test(node.arg(0), then, otherwise, otherwise);
    code.place(then);
    method.test(node.arg(1), ifTrue, ifFalse, ifNull);
    code.place(otherwise);
    method.test(node.arg(2), ifTrue, ifFalse, ifNull);
  }

  private void first(Node node, Join ifTrue, Join ifFalse, Join ifNull) {
    for (Node arg : node.args().subList(0, node.args().size() - 1)) {
      Join next = new Join();
      method.test(arg, ifTrue, ifFalse, next);
      code.place(next);
    }
    method.test(node.arg(node.args().size() - 1), ifTrue, ifFalse, ifNull);
  }

  /**
   * {@code and} and {@code or}: one deciding value suffices, else a null makes the result null.
   *
   * @param deciding false for {@code and}, true for {@code or}
   */
  private final class Connective {
    private final Join decided;
    private final Join undecided;
    private final Join ifNull;
    private final boolean deciding;

    Connective(Join decided, Join undecided, Join ifNull, boolean deciding) {
      this.decided = decided;
      this.undecided = undecided;
      this.ifNull = ifNull;
      this.deciding = deciding;
    }

    void write(Node node) {
      Join goOn = new Join();
      if (ifNull == decided) {
        test(node.arg(0), goOn, decided);
      } else if (ifNull == undecided) {
        test(node.arg(0), goOn, goOn);
      } else {
        writeWithNull(node, goOn);
        return;
      }
      code.place(goOn);
      test(node.arg(1), undecided, ifNull);
    }

    /** Remembers that the first was null while it finds out whether the second decides. */
    private void writeWithNull(Node node, Join goOn) {
      Join wasNull = new Join();
      test(node.arg(0), goOn, wasNull);
      if (!wasNull.isReached()) {
        code.place(goOn);
        test(node.arg(1), undecided, ifNull);
        return;
      }
      Local sawNull = code.local(Kind.INT);
      Join second = new Join();
      Join neitherDecided = new Join();
      remember(goOn, sawNull, 0, second);
      remember(wasNull, sawNull, 1, second);
      code.place(second);
      test(node.arg(1), neitherDecided, ifNull);
      code.place(neitherDecided);
      code.load(sawNull);
      code.jumpIf(Opcodes.IFNE, ifNull, undecided);
    }

    private void remember(Join from, Local local, int value, Join to) {
      code.place(from);
      code.push(value);
      code.store(local);
      code.jump(to);
    }

    private void test(Node arg, Join other, Join isNull) {
      method.test(arg, deciding ? decided : other, deciding ? other : decided, isNull);
    }
  }
}
