package dev.arabica.core.bytecode;

import java.lang.invoke.MethodType;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The body of a method, written from its first instruction to its last. Jumps go forward, and the
 * stack is empty where one starts or ends. What cannot be reached is not written, so that callers
 * need not care.
 *
 * <p>{@link #note} keeps what is known from a point on, such as the local variable that holds a
 * value: it is forgotten where paths meet that have not all passed that point.
 */
public final class Code {
  private final HiddenClass owner;
  private final MethodVisitor out;
  private int locals;
  private boolean reachable = true;
  private Note notes;

  // A jump is written once it is known what follows: none is needed to what comes next.
  private int waitingTest = Opcodes.NOP;
  private Join ifTrue;
  private Join otherwise;

  Code(HiddenClass owner, MethodVisitor out, int parameters) {
    this.owner = owner;
    this.out = out;
    this.locals = parameters;
    out.visitCode();
  }

  public Local local(Kind kind) {
    Local local = new Local(kind, locals);
    locals += kind.size;
    return local;
  }

  public void load(Local local) {
    if (reachable) {
      out.visitVarInsn(local.kind().load, local.index());
    }
  }

  /** Takes a value off the stack. */
  public void store(Local local) {
    if (reachable) {
      out.visitVarInsn(local.kind().store, local.index());
    }
  }

  /** A parameter that is an object; 0 is {@code this}. */
  public void loadParameter(int position) {
    load(new Local(Kind.REF, position));
  }

  public void push(int value) {
    if (reachable) {
      pushInt(out, value);
    }
  }

  static void pushInt(MethodVisitor out, int value) {
    if (value >= -1 && value <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + value);
    } else if (value == (short) value) {
      out.visitIntInsn(Opcodes.SIPUSH, value);
    } else {
      out.visitLdcInsn(value);
    }
  }

  public void push(long value) {
    if (value == 0 || value == 1) {
      op(Opcodes.LCONST_0 + (int) value);
    } else if (reachable) {
      out.visitLdcInsn(value);
    }
  }

  public void push(double value) {
    if (reachable) {
      out.visitLdcInsn(value);
    }
  }

  public void push(Constant constant) {
    if (reachable) {
      owner.load(constant, out);
    }
  }

  /** An instruction without operands in the code, such as {@link Opcodes#LADD}. */
  public void op(int opcode) {
    if (reachable) {
      out.visitInsn(opcode);
    }
  }

  public void cast(Class<?> type) {
    if (reachable) {
      out.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
    }
  }

  public void get(Class<?> fieldOwner, String name, Class<?> type) {
    field(Opcodes.GETFIELD, Type.getInternalName(fieldOwner), name, type);
  }

  public void put(Class<?> fieldOwner, String name, Class<?> type) {
    field(Opcodes.PUTFIELD, Type.getInternalName(fieldOwner), name, type);
  }

  /** Reads a field of the class under construction, whose object is on the stack. */
  public void getOwn(String name, Class<?> type) {
    field(Opcodes.GETFIELD, owner.internalName(), name, type);
  }

  /** Writes a field of the class under construction; its object and the value are on the stack. */
  public void putOwn(String name, Class<?> type) {
    field(Opcodes.PUTFIELD, owner.internalName(), name, type);
  }

  private void field(int opcode, String fieldOwner, String name, Class<?> type) {
    if (reachable) {
      out.visitFieldInsn(opcode, fieldOwner, name, Type.getDescriptor(type));
    }
  }

  public void callStatic(Class<?> type, String name, Class<?> result, Class<?>... parameters) {
    invoke(Opcodes.INVOKESTATIC, Type.getInternalName(type), name, result, parameters);
  }

  /** Calls a method of the object below the arguments on the stack. */
  public void call(Class<?> type, String name, Class<?> result, Class<?>... parameters) {
    int opcode = type.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
    invoke(opcode, Type.getInternalName(type), name, result, parameters);
  }

  /** Calls a private method of the class under construction. */
  public void callOwn(String name, Class<?> result, Class<?>... parameters) {
    invoke(Opcodes.INVOKEVIRTUAL, owner.internalName(), name, result, parameters);
  }

  /** Calls the constructor of the superclass. */
  public void callSuper(Class<?> superclass, Class<?>... parameters) {
    invoke(
        Opcodes.INVOKESPECIAL, Type.getInternalName(superclass), "<init>", void.class, parameters);
  }

  private void invoke(
      int opcode, String type, String name, Class<?> result, Class<?>... parameters) {
    if (reachable) {
      String descriptor = MethodType.methodType(result, parameters).toMethodDescriptorString();
      out.visitMethodInsn(opcode, type, name, descriptor, opcode == Opcodes.INVOKEINTERFACE);
    }
  }

  /** Returns from the method, by {@link Opcodes#RETURN} or another of its kind. */
  public void leave(int opcode) {
    op(opcode);
    reachable = false;
  }

  /** Goes on at another place. */
  public void jump(Join to) {
    jump(Opcodes.NOP, null, to);
  }

  /** Goes on at one of two places: a test such as {@link Opcodes#IFNE} of what is on the stack. */
  public void jumpIf(int test, Join to, Join other) {
    if (reachable) {
      to.reach(notes);
    }
    jump(test, to, other);
  }

  /** Goes on at another place if the test of what is on the stack holds, else here. */
  public void jumpIf(int test, Join to) {
    Join here = new Join();
    jumpIf(test, to, here);
    place(here);
  }

  private void jump(int test, Join to, Join other) {
    if (reachable) {
      other.reach(notes);
      waitingTest = test;
      ifTrue = to;
      otherwise = other;
      reachable = false;
    }
  }

  /** Goes on at the place whose number is on the stack, or at another if there is none. */
  public void choose(List<Join> places, Join none) {
    if (!reachable) {
      return;
    }
    if (places.isEmpty()) {
      op(Opcodes.POP);
      jump(none);
      return;
    }
    none.reach(notes);
    places.forEach(place -> place.reach(notes));
    Label[] labels = places.stream().map(place -> place.label).toArray(Label[]::new);
    out.visitTableSwitchInsn(0, labels.length - 1, none.label, labels);
    reachable = false;
  }

  /** What follows is where the jumps lead to, and whatever was written last. */
  public void place(Join join) {
    jump(join);
    writeJump(join);
    if (join.isReached()) {
      out.visitLabel(join.label);
      notes = join.notes();
      reachable = true;
    }
  }

  private void writeJump(Join next) {
    if (otherwise == null) {
      return;
    }
    if (waitingTest == Opcodes.NOP) {
      jumpUnlessNext(otherwise, next);
    } else if (ifTrue == next) {
      out.visitJumpInsn(inverse(waitingTest), otherwise.label);
    } else {
      out.visitJumpInsn(waitingTest, ifTrue.label);
      jumpUnlessNext(otherwise, next);
    }
    otherwise = null;
  }

  private void jumpUnlessNext(Join join, Join next) {
    if (join != next) {
      out.visitJumpInsn(Opcodes.GOTO, join.label);
    }
  }

  private static int inverse(int test) {
    return switch (test) {
      case Opcodes.IFNULL -> Opcodes.IFNONNULL;
      case Opcodes.IFNONNULL -> Opcodes.IFNULL;
      // The others come in pairs from an odd number on.
      default -> ((test + 1) ^ 1) - 1;
    };
  }

  /** Notes something about a subject, told apart by identity, from here on. */
  public void note(Object subject, Object value) {
    if (reachable) {
      notes = Note.add(subject, value, notes);
    }
  }

  /** What holds of a subject here, or null. */
  public Object noted(Object subject) {
    return Note.find(notes, subject);
  }

  /**
   * Ends the method.
   *
   * @throws IllegalStateException if its last instruction does not leave it
   */
  public void end() {
    if (reachable) {
      throw new IllegalStateException("the end of a method is reached");
    }
    writeJump(null);
    Label end = new Label();
    out.visitLabel(end);
    owner.ended(end.getOffset());
    out.visitMaxs(0, 0);
    out.visitEnd();
  }
}
