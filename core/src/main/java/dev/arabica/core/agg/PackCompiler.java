package dev.arabica.core.agg;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.arabica.core.agg.CompositeAggregator.Member;
import dev.arabica.core.bytecode.Code;
import dev.arabica.core.bytecode.HiddenClass;
import dev.arabica.core.bytecode.Join;
import dev.arabica.core.bytecode.Kind;
import dev.arabica.core.bytecode.Local;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;

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

  /** The parameters of the methods: {@code this} is the first. */
  private static final int THIS = 0;

  private static final int REP = 1;
  private static final int OTHER = 2;
  private static final int ROW = 2;
  private static final int INPUT = 3;
  private static final Local AGGREGATE = new Local(Kind.INT, 2);
  private static final int WINDOW = 3;
  private static final int OUT = 4;
  private static final Local COLUMN = new Local(Kind.INT, 5);

  private final List<Member> members;
  private final HiddenClass target =
      new HiddenClass(MethodHandles.lookup(), "CompiledPack", PackCode.Compiled.class);

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
    writeConstructor();
    writeAdd();
    writeCombine();
    writeCombineEncoded();
    writeEncode();
    writeFinish();
    try {
      return (PackCode) target.define().getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a compiled pack cannot be made", e);
    }
  }

  private void writeConstructor() {
    Code code = target.method(0, "<init>", void.class);
    code.loadParameter(THIS);
    code.callSuper(PackCode.Compiled.class);
    end(code);
  }

  private static void end(Code code) {
    code.leave(Opcodes.RETURN);
    code.end();
  }

  private void writeAdd() {
    Code code = target.method(0, "add", void.class, Rep.class, Row.class, Input.class);
    for (List<Member> filtered : together(members.stream(), Member::where)) {
      Evaluator where = filtered.get(0).where();
      Join skip = new Join();
      if (where != null) {
        load(code, Evaluator.class, where);
        code.loadParameter(ROW);
        code.call(Evaluator.class, "isTrue", boolean.class, Row.class);
        code.jumpIf(Opcodes.IFEQ, skip);
      }
      together(filtered.stream(), member -> Arrays.asList(member.value(), member.by()))
          .forEach(alike -> writeInput(alike, code));
      code.place(skip);
    }
    end(code);
  }

  /** Those that have something in common, in the order of the first of each kind. */
  private static Collection<List<Member>> together(
      Stream<Member> members, Function<Member, Object> common) {
    return members
        .collect(
            groupingBy(member -> Arrays.asList(common.apply(member)), LinkedHashMap::new, toList()))
        .values();
  }

  /** Takes in an event for aggregates of the same input, or skips them all. */
  private void writeInput(List<Member> alike, Code code) {
    Member first = alike.get(0);
    Join skip = new Join();
    Join isNaN = new Join();
    writeEvaluate(first.value(), code, skip);
    writeEvaluate(first.by(), code, skip);
    writeTake(first.value(), false, code, isNaN);
    writeTake(first.by(), true, code, isNaN);
    for (Member member : alike) {
      load(code, Aggregator.class, member.aggregator());
      code.loadParameter(REP);
      code.loadParameter(INPUT);
      code.call(Aggregator.class, "add", void.class, Rep.class, Input.class);
    }
    code.jump(skip);
    if (isNaN.isReached()) {
      code.place(isNaN);
      code.loadParameter(THIS);
      code.push(alike.size());
      code.call(PackCode.Compiled.class, "skipNaN", void.class, int.class);
    }
    code.place(skip);
  }

  private void writeEvaluate(Evaluator evaluator, Code code, Join isNull) {
    if (evaluator != null) {
      load(code, Evaluator.class, evaluator);
      code.loadParameter(ROW);
      code.call(Evaluator.class, "evaluate", boolean.class, Row.class);
      code.jumpIf(Opcodes.IFEQ, isNull);
    }
  }

  /** Makes what was evaluated the input, or what that is ordered or grouped by. */
  private void writeTake(Evaluator evaluator, boolean isBy, Code code, Join isNaN) {
    if (evaluator == null) {
      return;
    }
    code.loadParameter(INPUT);
    if (isBy) {
      code.call(Input.class, "by", Input.class);
    }
    load(code, Evaluator.class, evaluator);
    switch (evaluator.type().storage()) {
      case LONG -> {
        code.call(Evaluator.class, "longResult", long.class);
        code.call(Input.class, "of", Input.class, long.class);
        code.op(Opcodes.POP);
      }
      case DOUBLE -> writeTake("doubleResult", double.class, code, isNaN);
      case REF -> writeTake("refResult", Object.class, code, isNaN);
    }
  }

  private static void writeTake(String result, Class<?> type, Code code, Join isNaN) {
    code.call(Evaluator.class, result, type);
    code.callStatic(PackCode.Compiled.class, "take", boolean.class, Input.class, type);
    code.jumpIf(Opcodes.IFEQ, isNaN);
  }

  private void writeCombine() {
    Code code = target.method(0, "combine", void.class, Rep.class, Rep.class);
    for (Member member : members) {
      load(code, Aggregator.class, member.aggregator());
      code.loadParameter(REP);
      code.loadParameter(OTHER);
      code.call(Aggregator.class, "combine", void.class, Rep.class, Rep.class);
    }
    end(code);
  }

  private void writeCombineEncoded() {
    Code code = target.method(0, "combineEncoded", void.class, Rep.class, ByteReader.class);
    for (Member member : members) {
      code.loadParameter(OTHER);
      code.push(member.version());
      code.callStatic(
          PackCode.Compiled.class, "expectVersion", void.class, ByteReader.class, int.class);
      load(code, Aggregator.class, member.aggregator());
      code.loadParameter(REP);
      code.loadParameter(OTHER);
      code.call(Aggregator.class, "combineEncoded", void.class, Rep.class, ByteReader.class);
    }
    end(code);
  }

  private void writeEncode() {
    Code code = target.method(0, "encode", void.class, Rep.class, ByteWriter.class);
    for (Member member : members) {
      code.loadParameter(OTHER);
      code.push(member.version());
      code.call(ByteWriter.class, "writeByte", void.class, int.class);
      load(code, Aggregator.class, member.aggregator());
      code.loadParameter(REP);
      code.loadParameter(OTHER);
      code.call(Aggregator.class, "encode", void.class, Rep.class, ByteWriter.class);
    }
    end(code);
  }

  private void writeFinish() {
    Class<?>[] parameters = {Rep.class, int.class, Window.class, Row.class, int.class};
    Code code = target.method(0, "finish", FeatureStatus.class, parameters);
    List<Join> places = members.stream().map(member -> new Join()).toList();
    Join none = new Join();
    code.load(AGGREGATE);
    code.choose(places, none);
    for (int i = 0; i < places.size(); i++) {
      code.place(places.get(i));
      load(code, Aggregator.class, members.get(i).aggregator());
      code.loadParameter(REP);
      code.loadParameter(WINDOW);
      code.loadParameter(OUT);
      code.load(COLUMN);
      code.call(
          Aggregator.class,
          "finish",
          FeatureStatus.class,
          Rep.class,
          Window.class,
          Row.class,
          int.class);
      code.leave(Opcodes.ARETURN);
    }
    code.place(none);
    code.load(AGGREGATE);
    code.callStatic(PackCode.Compiled.class, "noSuchAggregate", FeatureStatus.class, int.class);
    code.leave(Opcodes.ARETURN);
    code.end();
  }

  private <T> void load(Code code, Class<T> type, T constant) {
    code.push(target.constant(type, constant));
  }
}
