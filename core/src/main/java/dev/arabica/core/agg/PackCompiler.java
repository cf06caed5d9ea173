package dev.arabica.core.agg;

import static org.objectweb.asm.Opcodes.*;

import dev.arabica.core.agg.CompositeAggregator.Member;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.type.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes the {@link PackCode} of some aggregates: a class whose methods call one aggregator after
 * the other, each from a place of its own. Aggregates with the same filter are taken together, and
 * within them those with the same input, so that both are evaluated once for an event.
 */
final class PackCompiler {
  /**
   * How many aggregates go into one class: an event takes about 100 bytes of code for each, and the
   * JVM never compiles a method of more than 8,000.
   */
  static final int MOST_MEMBERS = 32;

  private static final String SUPER = Type.getInternalName(PackCode.class);
  private static final String SELF = SUPER + "$Compiled";

  /** The local variables of the methods: {@code this} is the first. */
  private static final int THIS = 0;

  private static final int REP = 1;
  private static final int OTHER = 2;
  private static final int ROW = 2;
  private static final int INPUT = 3;

  private final List<Member> members;
  private final ClassWriter compiled = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
  private MethodVisitor method;

  private PackCompiler(List<Member> members) {
    this.members = members;
  }

  /** Compiles at most {@link #MOST_MEMBERS} members. */
  static PackCode compile(List<Member> members) {
    PackCompiler compiler = new PackCompiler(members);
    compiler.compile();
    return compiler.instance();
  }

  private PackCode instance() {
    try {
      MethodHandles.Lookup hidden =
          MethodHandles.lookup().defineHiddenClass(compiled.toByteArray(), true);
      return (PackCode)
          hidden
              .findConstructor(
                  hidden.lookupClass(), MethodType.methodType(void.class, Member[].class))
              .invoke(members.toArray(Member[]::new));
    } catch (Throwable e) {
      throw new IllegalStateException("an aggregate that cannot be compiled", e);
    }
  }

  private void compile() {
    compiled.visit(V17, ACC_FINAL | ACC_SUPER, SELF, null, SUPER, null);
    begin("<init>", Member[].class);
    construct();
    end();
    begin("add", Rep.class, Row.class, Input.class);
    add();
    end();
    begin("combine", Rep.class, Rep.class);
    combine();
    end();
    begin("combineEncoded", Rep.class, ByteReader.class);
    combineEncoded();
    end();
    begin("encode", Rep.class, ByteWriter.class);
    encode();
    end();
    compiled.visitEnd();
  }

  private void begin(String name, Class<?>... parameters) {
    method = compiled.visitMethod(0, name, descriptor(void.class, parameters), null, null);
    method.visitCode();
  }

  private void end() {
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Keeps what each member calls in fields: {@code a0}, its {@code where0} and so on. */
  private void construct() {
    method.visitVarInsn(ALOAD, THIS);
    method.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", descriptor(void.class), false);
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      keep("a", i, "aggregator", Aggregator.class);
      keepIfThere(member.where(), "where", i);
      keepIfThere(member.value(), "value", i);
      keepIfThere(member.by(), "by", i);
    }
  }

  private void keepIfThere(Evaluator evaluator, String name, int member) {
    if (evaluator != null) {
      keep(name, member, name, Evaluator.class);
    }
  }

  private void keep(String field, int member, String accessor, Class<?> type) {
    compiled.visitField(ACC_PRIVATE, field + member, Type.getDescriptor(type), null, null);
    method.visitVarInsn(ALOAD, THIS);
    method.visitVarInsn(ALOAD, 1);
    method.visitIntInsn(BIPUSH, member);
    method.visitInsn(AALOAD);
    call(Member.class, accessor, type);
    method.visitFieldInsn(PUTFIELD, SELF, field + member, Type.getDescriptor(type));
  }

  /** Filter by filter, then input by input; each is that of the first member which has it. */
  private void add() {
    for (List<Integer> filtered : together(allMembers(), Member::where)) {
      Label skip = new Label();
      int first = filtered.get(0);
      if (members.get(first).where() != null) {
        load("where" + first, Evaluator.class);
        method.visitVarInsn(ALOAD, ROW);
        call(Evaluator.class, "isTrue", boolean.class, Row.class);
        method.visitJumpInsn(IFEQ, skip);
      }
      together(filtered, member -> Arrays.asList(member.value(), member.by()))
          .forEach(this::addInput);
      method.visitLabel(skip);
    }
  }

  private List<Integer> allMembers() {
    return IntStream.range(0, members.size()).boxed().toList();
  }

  /** Those that have something in common, in the order of the first of each kind. */
  private Collection<List<Integer>> together(List<Integer> some, Function<Member, Object> kind) {
    Map<Object, List<Integer>> kinds = new LinkedHashMap<>();
    for (int member : some) {
      kinds.computeIfAbsent(kind.apply(members.get(member)), k -> new ArrayList<>()).add(member);
    }
    return kinds.values();
  }

  private void addInput(List<Integer> alike) {
    Label skip = new Label();
    Label isNaN = new Label();
    int first = alike.get(0);
    evaluate(members.get(first).value(), "value" + first, skip);
    evaluate(members.get(first).by(), "by" + first, skip);
    take(members.get(first).value(), "value" + first, false, isNaN);
    take(members.get(first).by(), "by" + first, true, isNaN);
    for (int member : alike) {
      load("a" + member, Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, INPUT);
      callAggregator("add", Rep.class, Input.class);
    }
    method.visitJumpInsn(GOTO, skip);
    method.visitLabel(isNaN);
    method.visitVarInsn(ALOAD, THIS);
    method.visitIntInsn(BIPUSH, alike.size());
    call(PackCode.class, "skipNaN", void.class, int.class);
    method.visitLabel(skip);
  }

  /** Skips what follows if the value is null. */
  private void evaluate(Evaluator evaluator, String field, Label skip) {
    if (evaluator != null) {
      load(field, Evaluator.class);
      method.visitVarInsn(ALOAD, ROW);
      call(Evaluator.class, "evaluate", boolean.class, Row.class);
      method.visitJumpInsn(IFEQ, skip);
    }
  }

  /** Makes what was evaluated the input, or what that is ordered or grouped by. */
  private void take(Evaluator evaluator, String field, boolean isBy, Label isNaN) {
    if (evaluator == null) {
      return;
    }
    method.visitVarInsn(ALOAD, INPUT);
    if (isBy) {
      call(Input.class, "by", Input.class);
    }
    load(field, Evaluator.class);
    switch (evaluator.type().storage()) {
      case LONG -> take("longResult", long.class);
      case DOUBLE -> take("doubleResult", double.class);
      case REF -> take("refResult", Object.class);
    }
    method.visitJumpInsn(IFEQ, isNaN);
  }

  private void take(String result, Class<?> type) {
    call(Evaluator.class, result, type);
    String descriptor = descriptor(boolean.class, Input.class, type);
    method.visitMethodInsn(INVOKESTATIC, SUPER, "take", descriptor, false);
  }

  private void combine() {
    for (int member : allMembers()) {
      load("a" + member, Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, OTHER);
      callAggregator("combine", Rep.class, Rep.class);
    }
  }

  private void combineEncoded() {
    for (int member : allMembers()) {
      method.visitVarInsn(ALOAD, OTHER);
      method.visitIntInsn(BIPUSH, members.get(member).version());
      String descriptor = descriptor(void.class, ByteReader.class, int.class);
      method.visitMethodInsn(INVOKESTATIC, SUPER, "expectVersion", descriptor, false);
      load("a" + member, Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, OTHER);
      callAggregator("combineEncoded", Rep.class, ByteReader.class);
    }
  }

  private void encode() {
    for (int member : allMembers()) {
      method.visitVarInsn(ALOAD, OTHER);
      method.visitIntInsn(BIPUSH, members.get(member).version());
      call(ByteWriter.class, "writeByte", void.class, int.class);
      load("a" + member, Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, OTHER);
      callAggregator("encode", Rep.class, ByteWriter.class);
    }
  }

  private void load(String field, Class<?> type) {
    method.visitVarInsn(ALOAD, THIS);
    method.visitFieldInsn(GETFIELD, SELF, field, Type.getDescriptor(type));
  }

  private void call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    String descriptor = descriptor(result, parameters);
    method.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(owner), name, descriptor, false);
  }

  private void callAggregator(String name, Class<?>... parameters) {
    String owner = Type.getInternalName(Aggregator.class);
    String descriptor = descriptor(void.class, parameters);
    method.visitMethodInsn(INVOKEINTERFACE, owner, name, descriptor, true);
  }

  private static String descriptor(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters).descriptorString();
  }
}
