package dev.arabica.core.expr;

import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;

/** Writes {@code in} a list of constants: one after the other, or by a search among many. */
final class MembershipWriter {
  private final ExprMethod method;
  private final Code code;

  MembershipWriter(ExprMethod method) {
    this.method = method;
    this.code = method.code;
  }

  void test(Operand wanted, Type type, Op.MemberOf set, Join ifMember, Join ifOther) {
    if (set.values().size() > Partition.LONGEST_CHAIN) {
      search(wanted, type, set.values(), ifMember, ifOther);
      return;
    }
    for (Object value : set.values()) {
      compare(wanted, type, value, ifMember);
    }
    code.jump(ifOther);
  }

  private void compare(Operand wanted, Type type, Object value, Join ifMember) {
    switch (type.storage()) {
      case LONG -> {
        wanted.load();
        code.push(Evaluator.word(value));
        code.op(Opcodes.LCMP);
        code.jumpIf(Opcodes.IFEQ, ifMember);
      }
      case DOUBLE -> {
        wanted.load();
        code.push((Double) value);
        code.callStatic(FloatOrder.class, "equal", boolean.class, double.class, double.class);
        code.jumpIf(Opcodes.IFNE, ifMember);
      }
      case REF -> {
        new ComparisonWriter(method).texts(method.constant(String.class, value), wanted);
        code.jumpIf(Opcodes.IFNE, ifMember);
      }
    }
  }

  private void search(Operand wanted, Type type, List<Object> values, Join ifMember, Join ifOther) {
    switch (type.storage()) {
      case LONG -> {
        method.constant(long[].class, words(values)).load();
        wanted.load();
        found(long[].class, long.class, ifMember, ifOther);
      }
      case DOUBLE -> {
        method.constant(double[].class, numbers(values)).load();
        wanted.load();
        // Makes -0.0 equal 0.0, as in the array.
        code.push(0.0);
        code.op(Opcodes.DADD);
        found(double[].class, double.class, ifMember, ifOther);
      }
      case REF -> {
        method.constant(Set.class, new HashSet<>(values)).load();
        wanted.load();
        code.call(Set.class, "contains", boolean.class, Object.class);
        code.jumpIf(Opcodes.IFNE, ifMember, ifOther);
      }
    }
  }

  private void found(Class<?> array, Class<?> element, Join ifMember, Join ifOther) {
    code.callStatic(Arrays.class, "binarySearch", int.class, array, element);
    code.jumpIf(Opcodes.IFGE, ifMember, ifOther);
  }

  private static long[] words(List<Object> values) {
    return values.stream().mapToLong(Evaluator::word).sorted().toArray();
  }

  private static double[] numbers(List<Object> values) {
    return values.stream().mapToDouble(value -> (Double) value + 0.0).sorted().toArray();
  }
}
