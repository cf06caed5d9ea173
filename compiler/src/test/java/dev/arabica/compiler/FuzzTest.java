package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.CompositeAggregator;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a spec says: a plan that can be run, or errors with a place; never an exception. */
class FuzzTest {
  private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(false);
  private static final Path SPECS = Path.of("src/test/resources/plans");

  @Test
  void randomSpecsCompileOrSayWhyNot() {
    int plans = 0;
    for (int seed = 0; seed < 1_000; seed++) {
      plans += check(seed, new SpecGenerator(seed).spec());
    }
    // Else the generator would test nothing but errors.
    assertThat(plans).isGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"everything.feat", "ranking.feat"})
  void mutatedSpecsCompileOrSayWhyNot(String name) throws IOException {
    String spec = Files.readString(SPECS.resolve(name));
    String[] words = spec.split("(?<=\\W)|(?=\\W)");
    int plans = 0;
    for (int seed = 0; seed < 600; seed++) {
      plans += check(seed, mutated(words.clone(), new Random(seed)));
    }
    assertThat(plans).isGreaterThan(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"features g from s by k { n = count() over 1h }\n", "view v from w { }\n"})
  void manyOfTheSameSlipEndInTime(String line) {
    check(0, line.repeat(20_000));
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
    check(0, spec.append("}\n").toString());
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
  private static int check(long seed, String text) {
    SourceFile file = SourceFile.of("fuzz.feat", text);
    try {
      Compilation compilation = SpecCompiler.compile(List.of(file));
      compilation.diagnostics().forEach(diagnostic -> check(diagnostic, file));
      boolean failed = compilation.diagnostics().stream().anyMatch(Diagnostic::isError);
      assertThat(compilation.plan().isEmpty()).isEqualTo(failed);
      compilation.plan().ifPresent(FuzzTest::check);
      return compilation.plan().isPresent() ? 1 : 0;
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(
          "seed " + seed + ":\n" + text.substring(0, Math.min(4_000, text.length())), e);
    }
  }

  private static void check(Diagnostic diagnostic, SourceFile file) {
    assertThat(diagnostic.span().file()).isSameAs(file);
    assertThat(diagnostic.span().end()).isLessThanOrEqualTo(file.text().length());
    assertThat(diagnostic.message()).isNotBlank().doesNotContain("Optional", "@");
    assertThat(RENDERER.render(diagnostic)).startsWith("fuzz.feat:").contains("^");
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
    CompositeAggregator pack = CompositeAggregator.bind(implemented(group.packs().get(0)), rows);
    CompositeAggregator.Rep rep = pack.identity();
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

  private static GroupPlan.Pack implemented(GroupPlan.Pack pack) {
    return new GroupPlan.Pack(
        pack.id(), pack.aggregates().stream().filter(AggregateFunction::isImplemented).toList());
  }

  private static String mutated(String[] words, Random random) {
    for (int i = random.nextInt(3); i >= 0; i--) {
      words[random.nextInt(words.length)] = words[random.nextInt(words.length)];
    }
    return String.join("", words);
  }
}
