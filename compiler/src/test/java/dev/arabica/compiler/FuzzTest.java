package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.DiagnosticRenderer;
import dev.arabica.dsl.SourceFile;
import dev.arabica.testkit.Corpus;
import dev.arabica.testkit.Fuzz;
import dev.arabica.testkit.Mutation;
import dev.arabica.testkit.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a spec says: a plan that can be run, or errors with a place; never an exception. */
class FuzzTest {
  private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(false);
  private static final Corpus CORPUS = Corpus.load();
  private static final Words WORDS = new Words(CORPUS);
  private static final int LONGEST_SHOWN = 4_000;

  @Test
  void randomSpecsCompileOrSayWhyNot() {
    AtomicLong plans = new AtomicLong();
    long inputs =
        Fuzz.check(
            250, random -> plans.addAndGet(check(List.of(new SpecGenerator(random).spec()))));
    // Else the generator would test nothing but errors.
    assertThat(plans.get() * 10).isGreaterThanOrEqualTo(inputs);
  }

  @Test
  void changedProgramsCompileOrSayWhyNot() {
    AtomicLong plans = new AtomicLong();
    long inputs =
        Fuzz.check(
            500,
            random -> {
              List<String> program = program(random);
              int changed = random.nextInt(program.size());
              byte[] bytes = program.get(changed).getBytes(StandardCharsets.UTF_8);
              program.set(changed, WORDS.changed(bytes, random));
              plans.addAndGet(check(program));
            });
    assertThat(plans.get() * 40).isGreaterThanOrEqualTo(inputs);
  }

  @Test
  void brokenBytesCompileOrSayWhyNot() {
    Mutation mutation = new Mutation(CORPUS);
    Fuzz.check(
        200,
        random -> {
          byte[] bytes = mutation.of(CORPUS.file(random), random);
          checkFiles(List.of(SourceFile.of("fuzz.feat", bytes)));
        });
  }

  /** The files of a folder, if they are few, or one of them. */
  private static List<String> program(Random random) {
    List<byte[]> folder = CORPUS.folder(random);
    boolean whole = folder.size() <= 6;
    List<byte[]> files = whole ? folder : List.of(folder.get(random.nextInt(folder.size())));
    return new ArrayList<>(files.stream().map(f -> new String(f, StandardCharsets.UTF_8)).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"features g from s by k { n = count() over 1h }\n", "view v from w { }\n"})
  void manyOfTheSameSlipEndInTime(String line) {
    check(List.of(line.repeat(20_000)));
  }

  @Test
  void manyUnknownNamesEndInTime() {
    StringBuilder spec = new StringBuilder("source s { fields { at timestamp ");
    for (int i = 0; i < 5_000; i++) {
      spec.append("column_").append(i).append(" int64 ");
    }
    spec.append("} time at }\nfeatures g from s by column_1 {\n");
    for (int i = 0; i < 5_000; i++) {
      spec.append("  a").append(i).append(" = sum(colunm_").append(i).append(") over 1h\n");
    }
    check(List.of(spec.append("}\n").toString()));
  }

  @Test
  void aLongChainOfViewsIsRefused() {
    StringBuilder spec =
        new StringBuilder("source v0 { fields { x int64 at timestamp } time at }\n");
    for (int i = 30_000; i > 0; i--) {
      spec.append("view v").append(i).append(" from v").append(i - 1).append(" { }\n");
    }
    spec.append("features g from v30000 by x { n = count() over 1h }");
    assertThat(Specs.compile(spec.toString()).diagnostics())
        .extracting(Diagnostic::code)
        .contains(CompilerCodes.TOO_LARGE);
  }

  @Test
  void aLongChainOfLetsIsRefused() {
    StringBuilder spec =
        new StringBuilder("source s { fields { x int64 at timestamp } time at }\n");
    spec.append("view v from s {\n  let x0 = x + 1\n");
    for (int i = 1; i < 20_000; i++) {
      spec.append("  let x").append(i).append(" = x").append(i - 1).append(" + 1\n");
    }
    spec.append("}\nfeatures g from v by x { n = sum(x19999) over 1h }");
    assertThat(Specs.compile(spec.toString()).diagnostics())
        .extracting(Diagnostic::code)
        .contains(CompilerCodes.TOO_LARGE);
  }

  /** How many plans came of it: one or none. */
  private static int check(List<String> texts) {
    return checkFiles(
        IntStream.range(0, texts.size())
            .mapToObj(i -> SourceFile.of("fuzz" + i + ".feat", texts.get(i)))
            .toList());
  }

  private static int checkFiles(List<SourceFile> files) {
    try {
      Compilation compilation = SpecCompiler.compile(files);
      compilation.diagnostics().forEach(diagnostic -> check(diagnostic, files));
      boolean failed = compilation.diagnostics().stream().anyMatch(Diagnostic::isError);
      assertThat(compilation.plan().isEmpty()).isEqualTo(failed);
      compilation.plan().ifPresent(FuzzTest::check);
      LayoutCheck.check(files, compilation);
      return compilation.plan().isPresent() ? 1 : 0;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw new AssertionError(shown(files) + "\n" + e, e);
    }
  }

  private static String shown(List<SourceFile> files) {
    StringBuilder shown = new StringBuilder();
    for (SourceFile file : files) {
      int end = Math.min(LONGEST_SHOWN, file.text().length());
      shown.append("\n----- ").append(file.name()).append('\n').append(file.text(), 0, end);
    }
    return shown.toString();
  }

  private static void check(Diagnostic diagnostic, List<SourceFile> files) {
    SourceFile file = diagnostic.span().file();
    assertThat(files).contains(file);
    assertThat(diagnostic.span().end()).isLessThanOrEqualTo(file.text().length());
    String said = diagnostic.message().replaceAll("`[^`]*`|\"[^\"]*\"", "");
    assertThat(said).isNotBlank().doesNotContain("Optional", "@");
    assertThat(RENDERER.render(diagnostic)).startsWith(file.name() + ":").contains("^");
  }

  /** A plan survives JSON, and every expression in it runs, here over a row of nulls. */
  private static void check(Plan plan) {
    assertThat(PlanCodec.fromJson(PlanCodec.toJson(plan))).isEqualTo(plan);
    for (SourcePlan source : plan.sources()) {
      evaluate(List.of(source.time()), source.rowType());
    }
    for (StreamPlan stream : plan.streams()) {
      stream.dedup().ifPresent(dedup -> evaluate(dedup.key(), stream.rowType()));
      for (StreamPlan.Branch branch : stream.branches()) {
        RowType rows = plan.rowType(branch.from());
        branch.where().ifPresent(where -> evaluate(List.of(where), rows));
        evaluate(branch.columns(), rows);
      }
    }
    plan.groups().forEach(group -> check(group, plan.rowType(group.source())));
  }

  private static void check(GroupPlan group, RowType rows) {
    evaluate(group.keys().stream().map(GroupPlan.Key::expr).toList(), rows);
    group.where().ifPresent(where -> evaluate(List.of(where), rows));
    CompositeAggregator pack = CompositeAggregator.bind(group.packs().get(0), rows);
    Rep rep = pack.identity();
    pack.add(rep, nulls(rows), 0, 0, 0);
    pack.decode(pack.encode(rep));
    List<Type.Field> finished = new ArrayList<>();
    group.features().forEach(f -> finished.add(new Type.Field(f.name(), f.type(), true)));
    for (Derived derived : group.derived()) {
      evaluate(List.of(derived.expr()), new RowType(finished));
      finished.add(new Type.Field(derived.name(), derived.expr().type(), true));
    }
  }

  private static void evaluate(List<Expr> exprs, RowType rows) {
    exprs.forEach(expr -> Evaluators.bind(expr, rows).evaluate(nulls(rows)));
  }

  private static Row nulls(RowType type) {
    Row row = new Row(type);
    for (int i = 0; i < type.fields().size(); i++) {
      row.setNull(i);
    }
    return row;
  }
}
