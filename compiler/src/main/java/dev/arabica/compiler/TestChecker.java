package dev.arabica.compiler;

import dev.arabica.core.plan.Names;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.ExpectDecl;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.GivenDecl;
import dev.arabica.dsl.ast.MomentDecl;
import dev.arabica.dsl.ast.RequestDecl;
import dev.arabica.dsl.ast.SnapshotDecl;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.TestDecl;
import dev.arabica.dsl.ast.TimestampExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks the tests of a program: what is given, when it is asked, what is expected. */
final class TestChecker {
  private static final long BASE = Ladder.DEFAULT.baseSize();
  private static final List<Class<? extends Decl>> TABLES =
      List.of(SourceDecl.class, SnapshotDecl.class, RequestDecl.class);
  private static final List<Class<? extends Decl>> SUBJECTS =
      List.of(FeaturesDecl.class, FeatureSetDecl.class);

  private final Declarations declarations;
  private final Map<String, TestTable> tables;
  private final Map<String, TestSubject> subjects;
  private final OutcomeChecker outcomes;
  private final Damage damage;
  private final Findings findings;

  /**
   * A checker of tests.
   *
   * @param tables by qualified name; without those that have too grave an error
   * @param subjects by qualified name
   */
  TestChecker(
      Declarations declarations,
      Map<String, TestTable> tables,
      Map<String, TestSubject> subjects,
      Inlining inlining,
      Damage damage,
      Findings findings) {
    this.declarations = declarations;
    this.tables = tables;
    this.subjects = subjects;
    this.outcomes = new OutcomeChecker(inlining, damage, findings);
    this.damage = damage;
    this.findings = findings;
  }

  /** The test, to be used only if there is no error. */
  SpecTest check(String packageName, TestDecl decl) {
    List<SpecTest.Given> givens = givens(packageName, decl);
    Set<String> given = new HashSet<>();
    givens.forEach(one -> given.add(one.name()));
    List<SpecTest.Moment> moments = new ArrayList<>();
    for (MomentDecl moment : decl.moments()) {
      moments.add(moment(packageName, moment, given, decl.span()));
    }
    if (decl.moments().isEmpty() && !damage.isIn(decl.span())) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.title().span(),
          "the test asks nothing",
          "write when, as in `at 2025-11-29T16:10:05Z`, and what to `expect`");
    }
    return new SpecTest(decl.title().value(), decl.title().span(), givens, moments);
  }

  private List<SpecTest.Given> givens(String packageName, TestDecl decl) {
    List<SpecTest.Given> givens = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (GivenDecl given : decl.givens()) {
      Optional<TestTable> table =
          declarations
              .resolve(packageName, given.name(), "source, snapshot or request", TABLES)
              .map(entry -> tables.get(entry.qualifiedName()));
      table.ifPresent(t -> givens.add(new GivenChecker(given, t, damage, findings).check()));
      if (table.isPresent() && !seen.add(table.get().name())) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            given.name().span(),
            "`" + given.name().text() + "` is given twice",
            "write the rows of both in one table");
      }
    }
    return givens;
  }

  private SpecTest.Moment moment(
      String packageName, MomentDecl decl, Set<String> given, Span test) {
    decl.watermark().ifPresent(this::checkWatermark);
    List<SpecTest.Expect> expects = new ArrayList<>();
    for (ExpectDecl expect : decl.expects()) {
      declarations
          .resolve(packageName, expect.name(), "feature group or feature set", SUBJECTS)
          .map(entry -> subjects.get(entry.qualifiedName()))
          .ifPresent(
              subject -> {
                requireRequests(expect, subject, given);
                expects.add(new ExpectChecker(expect, subject, outcomes, findings).check());
              });
    }
    if (decl.expects().isEmpty() && !damage.isIn(test)) {
      findings.error(
          CompilerCodes.MISSING_CLAUSE,
          decl.at().span(),
          "nothing is expected at this time",
          "write what, as in `expect views(user_id: \"U1\") { views_last_1h: 1 }`");
    }
    return new SpecTest.Moment(
        decl.at().micros(), decl.watermark().map(TimestampExpr::micros), expects, decl.span());
  }

  /** A feature watermark stands at the end of a block. */
  private void checkWatermark(TimestampExpr watermark) {
    long below = Window.floor(watermark.micros(), BASE);
    if (below != watermark.micros()) {
      findings.error(
          CompilerCodes.BAD_EXPECTATION,
          watermark.span(),
          "a watermark is a multiple of " + Instants.prettyDuration(BASE),
          "the nearest are %s and %s"
              .formatted(Instants.pretty(below), Instants.pretty(below + BASE)));
    }
  }

  private void requireRequests(ExpectDecl expect, TestSubject subject, Set<String> given) {
    for (String request : subject.requests()) {
      TestTable table = tables.get(request);
      if (table != null && table.isRequired() && !given.contains(request)) {
        findings.error(
            CompilerCodes.MISSING_CLAUSE,
            expect.name().span(),
            "`%s` reads `%s`, which the test does not give"
                .formatted(expect.name().text(), Names.shortName(request)),
            "write `given %s` and its one row".formatted(Names.shortName(request)));
      }
    }
  }
}
