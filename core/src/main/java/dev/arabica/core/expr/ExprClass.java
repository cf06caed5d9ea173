package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Constant;
import dev.arabica.core.bytecode.HiddenClass;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/**
 * The class of an expression under construction: an {@link Evaluator} of which there is one object.
 * A node with a method of its own leaves its result in a field, where it is found when the method
 * is called again for the same row: so each runs once a row, however often its node is used.
 */
final class ExprClass {
  /** The field that counts rows. */
  private static final String COUNT = "rows";

  private final Node root;
  private final Partition partition;
  private final HiddenClass target;
  private final Map<Node, BoundCall> calls = new HashMap<>();
  private final Set<Node> parts = new HashSet<>();
  private final Deque<Runnable> unwritten = new ArrayDeque<>();
  private int fillings;

  ExprClass(Node root, Partition partition) {
    this.root = root;
    this.partition = partition;
    this.target = new HiddenClass(MethodHandles.lookup(), "Compiled", Evaluator.class);
  }

  /** Writes all methods; the bytes of the largest. */
  int write() {
    if (partition.isSplit()) {
      target.field(COUNT, long.class);
    }
    writeConstructor();
    writeEvaluate();
    if (root.type() == Type.BOOL) {
      writeIsTrue();
    }
    while (!unwritten.isEmpty()) {
      unwritten.pop().run();
    }
    return target.largestMethod();
  }

  Evaluator load() {
    try {
      return (Evaluator)
          target.define().getDeclaredConstructor(Type.class).newInstance(root.type());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled expression cannot be made", e);
    }
  }

  Partition partition() {
    return partition;
  }

  Constant constant(Class<?> type, Object value) {
    return target.constant(type, value);
  }

  BoundCall call(Node node) {
    return calls.computeIfAbsent(node, BoundCall::new);
  }

  private void writeConstructor() {
    Code code = target.method(0, "<init>", void.class, Type.class);
    code.loadParameter(0);
    code.loadParameter(1);
    code.callSuper(Evaluator.class, Type.class);
    code.leave(Opcodes.RETURN);
    code.end();
  }

  private void writeEvaluate() {
    Code code = target.method(Opcodes.ACC_PUBLIC, "evaluate", boolean.class, Row.class);
    countRow(code);
    Join isNull = new Join();
    Kind kind = ExprMethod.kind(root.type());
    Operand value = new ExprMethod(this, code).operand(root, isNull);
    code.loadParameter(0);
    value.load();
    code.put(Evaluator.class, CallWriter.result(kind), kind.type());
    answer(code, true);
    code.place(isNull);
    answer(code, false);
    code.end();
  }

  /** Null is false here, so that less has to be found out. */
  private void writeIsTrue() {
    Code code = target.method(Opcodes.ACC_PUBLIC, "isTrue", boolean.class, Row.class);
    countRow(code);
    Join isTrue = new Join();
    Join isFalse = new Join();
    new ExprMethod(this, code).test(root, isTrue, isFalse, isFalse);
    code.place(isTrue);
    answer(code, true);
    code.place(isFalse);
    answer(code, false);
    code.end();
  }

  private static void answer(Code code, boolean value) {
    code.push(value ? 1 : 0);
    code.leave(Opcodes.IRETURN);
  }

  private void countRow(Code code) {
    if (partition.isSplit()) {
      code.loadParameter(0);
      code.loadParameter(0);
      code.getOwn(COUNT, long.class);
      code.push(1L);
      code.op(Opcodes.LADD);
      code.putOwn(COUNT, long.class);
    }
  }

  /** The name of the method that evaluates a node: false for null, else {@link #valueOf} is set. */
  String part(Node node) {
    if (parts.add(node)) {
      target.field(valueOf(node), ExprMethod.kind(node.type()).type());
      target.field(rowOf(node), long.class);
      target.field(presenceOf(node), boolean.class);
      unwritten.add(() -> writePart(node));
    }
    return "part" + node.number();
  }

  /** The field with the result of a node. */
  static String valueOf(Node node) {
    return "value" + node.number();
  }

  private static String rowOf(Node node) {
    return "row" + node.number();
  }

  private static String presenceOf(Node node) {
    return "present" + node.number();
  }

  private void writePart(Node node) {
    Code code = target.method(Opcodes.ACC_PRIVATE, part(node), boolean.class, Row.class);
    answerAgain(node, code);
    Join isNull = new Join();
    Kind kind = ExprMethod.kind(node.type());
    ExprMethod method = new ExprMethod(this, code);
    method.compute(node, isNull);
    Operand value = method.stored(kind);
    code.loadParameter(0);
    value.load();
    code.putOwn(valueOf(node), kind.type());
    finish(code, node, true);
    code.place(isNull);
    finish(code, node, false);
    code.end();
  }

  /** Gives the result of the same row again. */
  private void answerAgain(Node node, Code code) {
    Join isOld = new Join();
    code.loadParameter(0);
    code.getOwn(rowOf(node), long.class);
    code.loadParameter(0);
    code.getOwn(COUNT, long.class);
    code.op(Opcodes.LCMP);
    code.jumpIf(Opcodes.IFNE, isOld);
    code.loadParameter(0);
    code.getOwn(presenceOf(node), boolean.class);
    code.leave(Opcodes.IRETURN);
    code.place(isOld);
  }

  /** Returns whether there is a value, and notes it for the rest of the row. */
  private void finish(Code code, Node node, boolean present) {
    code.loadParameter(0);
    code.loadParameter(0);
    code.getOwn(COUNT, long.class);
    code.putOwn(rowOf(node), long.class);
    code.loadParameter(0);
    code.push(present ? 1 : 0);
    code.putOwn(presenceOf(node), boolean.class);
    answer(code, present);
  }

  /** The name of a method that puts in some of the arguments of a call. */
  String filling(Node node, BoundCall call, int from, int to) {
    String name = "fill" + fillings++;
    unwritten.add(
        () -> {
          Code code = target.method(Opcodes.ACC_PRIVATE, name, void.class, Row.class);
          new CallWriter(new ExprMethod(this, code), this).fillSome(node, call, from, to);
          code.leave(Opcodes.RETURN);
          code.end();
        });
    return name;
  }
}
