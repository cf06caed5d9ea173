package dev.arabica.core.agg;

import static org.objectweb.asm.Opcodes.*;

import dev.arabica.core.agg.CompositeAggregator.Member;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * Makes the {@link PackCode} of a pack: a class whose methods call one aggregator after the other,
 * each from a place of its own, so that the JVM can inline them all. Aggregators and evaluators are
 * constants of the class, and so are the components of those aggregators that are records.
 *
 * <p>Aggregates with the same filter are taken together, and within them those with the same input,
 * so that both are evaluated once for an event.
 */
final class PackCompiler {
  /**
   * How many aggregates go into one class: an event takes about 100 bytes of code for each, and the
   * JVM never compiles a method of more than 8,000.
   */
  private static final int MOST_MEMBERS = 32;

  private static final String SUPER = Type.getInternalName(PackCode.Compiled.class);
  private static final String SELF = SUPER + "Pack";

  private static final Handle CLASS_DATA_AT =
      new Handle(
          H_INVOKESTATIC,
          Type.getInternalName(MethodHandles.class),
          "classDataAt",
          descriptor(
              Object.class, MethodHandles.Lookup.class, String.class, Class.class, int.class),
          false);

  /** The local variables of the methods: {@code this} is the first. */
  private static final int THIS = 0;

  private static final int REP = 1;
  private static final int OTHER = 2;
  private static final int ROW = 2;
  private static final int INPUT = 3;
  private static final int AGGREGATE = 2;
  private static final int WINDOW = 3;
  private static final int OUT = 4;
  private static final int COLUMN = 5;

  private final List<Member> members;
  private final List<Object> constants = new ArrayList<>();
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final ClassWriter compiled = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
  private MethodVisitor method;

  private PackCompiler(List<Member> members) {
    this.members = members;
  }

  static PackCode compile(List<Member> members) {
    int size = Math.min(members.size(), MOST_MEMBERS);
    PackCode first = new PackCompiler(members.subList(0, size)).compile();
    return size == members.size()
        ? first
        : PackCode.both(first, size, compile(members.subList(size, members.size())));
  }

  private PackCode compile() {
    compiled.visit(V17, ACC_FINAL | ACC_SUPER, SELF, null, SUPER, null);
    constructor();
    method("add", this::add, Rep.class, Row.class, Input.class);
    method("combine", this::combine, Rep.class, Rep.class);
    method("combineEncoded", this::combineEncoded, Rep.class, ByteReader.class);
    method("encode", this::encode, Rep.class, ByteWriter.class);
    finish();
    compiled.visitEnd();
    return instance();
  }

  private PackCode instance() {
    try {
      MethodHandles.Lookup hidden =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(compiled.toByteArray(), constants, true);
      return (PackCode)
          hidden.findConstructor(hidden.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("a pack that cannot be compiled", e);
    }
  }

  private void method(String name, Runnable body, Class<?>... parameters) {
    method = compiled.visitMethod(0, name, descriptor(void.class, parameters), null, null);
    method.visitCode();
    body.run();
    method.visitInsn(RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private void constructor() {
    method(
        "<init>",
        () -> {
          method.visitVarInsn(ALOAD, THIS);
          method.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", descriptor(void.class), false);
        });
  }

  /** Filter by filter, then input by input; each is that of the first member which has it. */
  private void add() {
    for (List<Integer> filtered : together(allMembers(), Member::where)) {
      Label skip = new Label();
      int first = filtered.get(0);
      if (members.get(first).where() != null) {
        load(members.get(first).where(), Evaluator.class);
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
    Member first = members.get(alike.get(0));
    evaluate(first.value(), skip);
    evaluate(first.by(), skip);
    take(first.value(), false, isNaN);
    take(first.by(), true, isNaN);
    for (int member : alike) {
      load(members.get(member).aggregator(), Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, INPUT);
      callAggregator("add", void.class, Rep.class, Input.class);
    }
    method.visitJumpInsn(GOTO, skip);
    method.visitLabel(isNaN);
    method.visitVarInsn(ALOAD, THIS);
    method.visitIntInsn(BIPUSH, alike.size());
    call(PackCode.Compiled.class, "skipNaN", void.class, int.class);
    method.visitLabel(skip);
  }

  /** Skips what follows if the value is null. */
  private void evaluate(Evaluator evaluator, Label skip) {
    if (evaluator != null) {
      load(evaluator, Evaluator.class);
      method.visitVarInsn(ALOAD, ROW);
      call(Evaluator.class, "evaluate", boolean.class, Row.class);
      method.visitJumpInsn(IFEQ, skip);
    }
  }

  /** Makes what was evaluated the input, or what that is ordered or grouped by. */
  private void take(Evaluator evaluator, boolean isBy, Label isNaN) {
    if (evaluator == null) {
      return;
    }
    method.visitVarInsn(ALOAD, INPUT);
    if (isBy) {
      call(Input.class, "by", Input.class);
    }
    load(evaluator, Evaluator.class);
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
      load(members.get(member).aggregator(), Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, OTHER);
      callAggregator("combine", void.class, Rep.class, Rep.class);
    }
  }

  private void combineEncoded() {
    for (int member : allMembers()) {
      method.visitVarInsn(ALOAD, OTHER);
      method.visitIntInsn(BIPUSH, members.get(member).version());
      String descriptor = descriptor(void.class, ByteReader.class, int.class);
      method.visitMethodInsn(INVOKESTATIC, SUPER, "expectVersion", descriptor, false);
      load(members.get(member).aggregator(), Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, OTHER);
      callAggregator("combineEncoded", void.class, Rep.class, ByteReader.class);
    }
  }

  private void encode() {
    for (int member : allMembers()) {
      method.visitVarInsn(ALOAD, OTHER);
      method.visitIntInsn(BIPUSH, members.get(member).version());
      call(ByteWriter.class, "writeByte", void.class, int.class);
      load(members.get(member).aggregator(), Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, OTHER);
      callAggregator("encode", void.class, Rep.class, ByteWriter.class);
    }
  }

  /** A branch for each aggregate. */
  private void finish() {
    Class<?>[] parameters = {Rep.class, int.class, Window.class, Row.class, int.class};
    method =
        compiled.visitMethod(0, "finish", descriptor(FeatureStatus.class, parameters), null, null);
    method.visitCode();
    Label[] labels = members.stream().map(member -> new Label()).toArray(Label[]::new);
    Label none = new Label();
    if (labels.length > 0) {
      method.visitVarInsn(ILOAD, AGGREGATE);
      method.visitTableSwitchInsn(0, labels.length - 1, none, labels);
    }
    for (int member : allMembers()) {
      method.visitLabel(labels[member]);
      load(members.get(member).aggregator(), Aggregator.class);
      method.visitVarInsn(ALOAD, REP);
      method.visitVarInsn(ALOAD, WINDOW);
      method.visitVarInsn(ALOAD, OUT);
      method.visitVarInsn(ILOAD, COLUMN);
      callAggregator("finish", FeatureStatus.class, Rep.class, Window.class, Row.class, int.class);
      method.visitInsn(ARETURN);
    }
    method.visitLabel(none);
    method.visitVarInsn(ILOAD, AGGREGATE);
    String noSuch = descriptor(FeatureStatus.class, int.class);
    method.visitMethodInsn(INVOKESTATIC, SUPER, "noSuchAggregate", noSuch, false);
    method.visitInsn(ARETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  /** Pushes an object that the class is defined with. */
  private void load(Object constant, Class<?> type) {
    Integer number = numbers.putIfAbsent(constant, constants.size());
    if (number == null) {
      number = constants.size();
      constants.add(constant);
    }
    method.visitLdcInsn(new ConstantDynamic("_", Type.getDescriptor(type), CLASS_DATA_AT, number));
  }

  private void call(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
    String descriptor = descriptor(result, parameters);
    method.visitMethodInsn(INVOKEVIRTUAL, Type.getInternalName(owner), name, descriptor, false);
  }

  private void callAggregator(String name, Class<?> result, Class<?>... parameters) {
    String owner = Type.getInternalName(Aggregator.class);
    String descriptor = descriptor(result, parameters);
    method.visitMethodInsn(INVOKEINTERFACE, owner, name, descriptor, true);
  }

  private static String descriptor(Class<?> result, Class<?>... parameters) {
    return MethodType.methodType(result, parameters).descriptorString();
  }
}
