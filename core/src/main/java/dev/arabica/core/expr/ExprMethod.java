package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.bytecode.Local;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Writes nodes into one method, whose parameter is the row. A value that is null is none: its code
 * goes on elsewhere. Every other is put into a local variable, and found there by the other uses of
 * the node that come after.
 */
final class ExprMethod {
  static final int ROW = 1;

  final Code code;
  private final ExprClass owner;
  private final TestWriter tests;
  private final CallWriter calls;

  ExprMethod(ExprClass owner, Code code) {
    this.owner = owner;
    this.code = code;
    this.tests = new TestWriter(this);
    this.calls = new CallWriter(this, owner);
  }

  static Kind kind(Type type) {
    return switch (type.storage()) {
      case LONG -> Kind.LONG;
      case DOUBLE -> Kind.DOUBLE;
      case REF -> Kind.REF;
    };
  }

  /** The value of a node, where it is not null. */
  Operand operand(Node node, Join ifNull) {
    if (node.isConstant()) {
      return constant(node, ifNull);
    }
    Kept kept = (Kept) code.noted(node);
    if (kept == null && owner.partition().isShared(node)) {
      kept = keep(node);
    }
    if (kept != null) {
      kept.jumpIfNull(code, ifNull);
      return loading(kept.value());
    }
    push(node, ifNull);
    return stored(kind(node.type()));
  }

  /** The operands of an operation that is null when one is. */
  Operand[] operands(List<Node> nodes, Join ifNull) {
    Operand[] operands = new Operand[nodes.size()];
    for (int i = 0; i < operands.length; i++) {
      operands[i] = operand(nodes.get(i), ifNull);
    }
    return operands;
  }

  /** What is on the stack, in a local variable of its own. */
  Operand stored(Kind kind) {
    Local local = code.local(kind);
    code.store(local);
    return loading(local);
  }

  private Operand loading(Local local) {
    return () -> code.load(local);
  }

  private Operand constant(Node node, Join ifNull) {
    Object value = node.constant();
    if (value == null) {
      code.jump(ifNull);
    }
    if (value instanceof Boolean truth) {
      return () -> code.push(truth ? 1L : 0L);
    }
    if (value instanceof Long word) {
      return () -> code.push(word);
    }
    if (value instanceof Double number) {
      return () -> code.push(number);
    }
    return constant(value instanceof String ? String.class : Object.class, value);
  }

  /** An object that the class holds. */
  Operand constant(Class<?> type, Object value) {
    return () -> code.push(owner.constant(type, value));
  }

  /** Evaluates a node whether or not it is null, and notes where it is kept. */
  private Kept keep(Node node) {
    Kind kind = kind(node.type());
    Local value = code.local(kind);
    Kept kept =
        node.op() instanceof Op.ColumnAt column
            ? keepColumn(column.column(), value)
            : keepComputed(node, value);
    code.note(node, kept);
    return kept;
  }

  /** The word of a column that is null is there, too: it is read without a test. */
  private Kept keepColumn(int column, Local value) {
    readColumn(column, value.kind());
    code.store(value);
    if (value.kind() == Kind.REF) {
      return new Kept(value, null);
    }
    Local missing = code.local(Kind.INT);
    askColumn(column);
    code.store(missing);
    return new Kept(value, missing);
  }

  private Kept keepComputed(Node node, Local value) {
    Local missing = value.kind() == Kind.REF ? null : code.local(Kind.INT);
    Join isNull = new Join();
    Join done = new Join();
    push(node, isNull);
    code.store(value);
    setMissing(missing, 0);
    code.jump(done);
    boolean everNull = isNull.isReached();
    if (everNull) {
      code.place(isNull);
      pushNothing(value.kind());
      code.store(value);
      setMissing(missing, 1);
    }
    code.place(done);
    return new Kept(value, everNull ? missing : null);
  }

  private void setMissing(Local missing, int value) {
    if (missing != null) {
      code.push(value);
      code.store(missing);
    }
  }

  private void pushNothing(Kind kind) {
    switch (kind) {
      case LONG -> code.push(0L);
      case DOUBLE -> code.push(0.0);
      default -> code.op(Opcodes.ACONST_NULL);
    }
  }

  /** Writes what puts the value of a node on the stack, evaluated here. */
  private void push(Node node, Join ifNull) {
    if (owner.partition().isApart(node)) {
      calls.apart(node, ifNull);
    } else {
      compute(node, ifNull);
    }
  }

  /** As {@link #operand}, but never by a method of the node's own. */
  void compute(Node node, Join ifNull) {
    Op op = node.op();
    if (op instanceof Op.ColumnAt column) {
      column(column.column(), kind(node.type()), ifNull);
    } else if (isWordAsNumber(node)) {
      operand(node.arg(0), ifNull).load();
      code.op(Opcodes.L2D);
    } else if (op instanceof Op.FieldAt field) {
      field(node, field.position(), ifNull);
    } else if (TestWriter.isTest(node)) {
      tests.push(node, ifNull);
    } else if (op instanceof Op.Call call && call.inline()) {
      inline(node, call.function(), ifNull);
    } else {
      calls.push(node, ifNull);
    }
  }

  private void inline(Node node, Function function, Join ifNull) {
    switch (function) {
      case IF, COALESCE -> new ChoiceWriter(this).push(node, function, ifNull);
      default -> {
        if (kind(node.arg(0).type()) == Kind.LONG) {
          new WordWriter(this).push(node, function, ifNull);
        } else {
          new NumberWriter(this).push(node, function, ifNull);
        }
      }
    }
  }

  private void column(int column, Kind kind, Join ifNull) {
    if (kind == Kind.REF) {
      readColumn(column, kind);
      Operand object = stored(kind);
      object.load();
      code.jumpIf(Opcodes.IFNULL, ifNull);
      object.load();
    } else {
      askColumn(column);
      code.jumpIf(Opcodes.IFNE, ifNull);
      readColumn(column, kind);
    }
  }

  private void askColumn(int column) {
    code.loadParameter(ROW);
    code.push(column);
    code.call(Row.class, "isNull", boolean.class, int.class);
  }

  private void readColumn(int column, Kind kind) {
    code.loadParameter(ROW);
    code.push(column);
    switch (kind) {
      case DOUBLE -> code.call(Row.class, "getDouble", double.class, int.class);
      case REF -> code.call(Row.class, "getRef", Object.class, int.class);
      default -> code.call(Row.class, "getLong", long.class, int.class);
    }
  }

  private static boolean isWordAsNumber(Node node) {
    return node.op() instanceof Op.Widened
        && kind(node.type()) == Kind.DOUBLE
        && kind(node.arg(0).type()) == Kind.LONG;
  }

  private void field(Node node, int position, Join ifNull) {
    operand(node.arg(0), ifNull).load();
    code.cast(List.class);
    code.push(position);
    code.call(List.class, "get", Object.class, int.class);
    Operand boxed = stored(Kind.REF);
    boxed.load();
    code.jumpIf(Opcodes.IFNULL, ifNull);
    boxed.load();
    unbox(kind(node.type()));
  }

  private void unbox(Kind kind) {
    switch (kind) {
      case LONG -> code.callStatic(Evaluator.class, "word", long.class, Object.class);
      case DOUBLE -> {
        code.cast(Double.class);
        code.call(Double.class, "doubleValue", double.class);
      }
      default -> code.cast(Object.class);
    }
  }

  /** Goes on where the value of a bool leads. */
  void test(Node node, Join ifTrue, Join ifFalse, Join ifNull) {
    boolean isKept = owner.partition().isShared(node) || code.noted(node) != null;
    if (isKept || owner.partition().isApart(node) || !TestWriter.isTest(node)) {
      operand(node, ifNull).load();
      code.push(0L);
      code.op(Opcodes.LCMP);
      code.jumpIf(Opcodes.IFNE, ifTrue, ifFalse);
    } else {
      tests.test(node, ifTrue, ifFalse, ifNull);
    }
  }
}
