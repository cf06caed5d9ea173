package dev.arabica.core.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.invoke.MethodHandles;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

class CodeTest {
  private static final String NAME = "applyAsInt";

  /** What the classes of this test are derived from. */
  abstract static class Base implements IntUnaryOperator {}

  private final HiddenClass target = new HiddenClass(MethodHandles.lookup(), "Written", Base.class);
  private final Code code = target.method(Opcodes.ACC_PUBLIC, NAME, int.class, int.class);
  private final Local argument = new Local(Kind.INT, 1);

  @Test
  void everyTestJumpsWhicheverPlaceIsNext() throws ReflectiveOperationException {
    for (int test = Opcodes.IFEQ; test <= Opcodes.IFLE; test++) {
      IntUnaryOperator first = choice(test, true);
      IntUnaryOperator second = choice(test, false);
      for (int value = -1; value <= 1; value++) {
        int expected = holds(test, value) ? 10 : 20;
        assertThat(first.applyAsInt(value)).isEqualTo(expected);
        assertThat(second.applyAsInt(value)).isEqualTo(expected);
      }
    }
  }

  private static IntUnaryOperator choice(int test, boolean trueFirst)
      throws ReflectiveOperationException {
    CodeTest one = new CodeTest();
    Join yes = new Join();
    Join no = new Join();
    one.code.load(one.argument);
    one.code.jumpIf(test, yes, no);
    one.give(trueFirst ? yes : no, trueFirst ? 10 : 20);
    one.give(trueFirst ? no : yes, trueFirst ? 20 : 10);
    return one.load();
  }

  private static boolean holds(int test, int value) {
    return switch (test) {
      case Opcodes.IFEQ -> value == 0;
      case Opcodes.IFNE -> value != 0;
      case Opcodes.IFLT -> value < 0;
      case Opcodes.IFGE -> value >= 0;
      case Opcodes.IFGT -> value > 0;
      default -> value <= 0;
    };
  }

  @Test
  void whatIsNotReachedIsNotWritten() throws ReflectiveOperationException {
    Join never = new Join();
    Join end = new Join();
    code.jump(end);
    code.op(Opcodes.IADD);
    code.jumpIf(Opcodes.IFEQ, never);
    give(never, 1);
    give(end, 2);
    assertThat(never.isReached()).isFalse();
    assertThat(load().applyAsInt(0)).isEqualTo(2);
  }

  @Test
  void notesAreForgottenWherePathsMeetThatHaveNotPassedThem() throws ReflectiveOperationException {
    Join other = new Join();
    Join meeting = new Join();
    code.note(target, "before");
    code.load(argument);
    code.jumpIf(Opcodes.IFEQ, other);
    code.note(argument, "on one path");
    assertThat(code.noted(argument)).isEqualTo("on one path");
    code.jump(meeting);
    code.place(other);
    assertThat(code.noted(argument)).isNull();
    code.note(argument, "on the other");
    code.place(meeting);
    assertThat(code.noted(argument)).isNull();
    assertThat(code.noted(target)).isEqualTo("before");
    give(new Join(), 3);
    assertThat(load().applyAsInt(1)).isEqualTo(3);
  }

  @Test
  void aMethodMustBeLeft() {
    code.push(1);
    assertThatThrownBy(code::end).isInstanceOf(IllegalStateException.class);
  }

  /** Objects that a class holds, in fields of its own and beyond the most of these. */
  @Test
  void constantsAreTheirObjects() throws ReflectiveOperationException {
    for (int i = 0; i < 5000; i++) {
      Constant constant = target.constant(StringBuilder.class, new StringBuilder().append(i));
      if (i % 1111 == 0) {
        code.push(constant);
        code.call(StringBuilder.class, "length", int.class);
        code.load(argument);
        code.op(Opcodes.IADD);
        code.store(argument);
      }
    }
    code.load(argument);
    code.leave(Opcodes.IRETURN);
    assertThat(load().applyAsInt(0)).isEqualTo("0".length() + 4 * "1111".length());
  }

  private void give(Join at, int value) {
    code.place(at);
    code.push(value);
    code.leave(Opcodes.IRETURN);
  }

  private IntUnaryOperator load() throws ReflectiveOperationException {
    code.end();
    Code constructor = target.method(0, "<init>", void.class);
    constructor.loadParameter(0);
    constructor.callSuper(Base.class);
    constructor.leave(Opcodes.RETURN);
    constructor.end();
    return (IntUnaryOperator) target.define().getDeclaredConstructor().newInstance();
  }
}
