package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.intake.SpineRow;
import dev.arabica.reference.Explainer;
import dev.arabica.reference.Explanation;
import dev.arabica.reference.FeatureValue;
import dev.arabica.reference.OpenHead;
import dev.arabica.reference.ReferenceEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the reference engine what a test expects. */
public final class SpecTestRun {
  private final Plan plan;
  private final ReferenceEngine engine;
  private final Explainer explainer;
  private final Map<String, Object> request;

  private SpecTestRun(Plan plan, GivenRows given) {
    this.plan = plan;
    this.engine = new ReferenceEngine(plan, given.data(), OpenHead.UP_TO_REQUEST);
    this.explainer = new Explainer(engine);
    this.request = given.request();
  }

  /** Runs a test of a plan; what is expected of rows that are wrong is not looked at. */
  public static TestResult of(Plan plan, SpecTest test) {
    GivenRows given = new GivenRows(plan, test.givens());
    if (!given.bad().isEmpty()) {
      return new TestResult(test, given.bad(), given.rows());
    }
    SpecTestRun run = new SpecTestRun(plan, given);
    List<Failure> failures = new ArrayList<>();
    for (SpecTest.Moment moment : test.moments()) {
      for (SpecTest.Expect expect : moment.expects()) {
        for (SpecTest.Expected expected : expect.values()) {
          run.check(moment, expect, expected).ifPresent(failures::add);
        }
      }
    }
    return new TestResult(test, failures, given.rows());
  }

  private Optional<Failure> check(
      SpecTest.Moment moment, SpecTest.Expect expect, SpecTest.Expected expected) {
    FeatureValue actual = value(moment, expect, expected.column());
    Optional<String> difference = difference(expected, actual);
    return difference.map(
        path ->
            new Failure.NotMet(
                moment,
                expect,
                expected,
                Optional.of(path).filter(place -> !place.isEmpty()),
                why(moment, expect, expected.column())));
  }

  private static Optional<String> difference(SpecTest.Expected expected, FeatureValue actual) {
    if (expected.outcome() instanceof SpecTest.Outcome.Status status) {
      return status.status() == actual.status() ? Optional.empty() : Optional.of("");
    }
    SpecTest.Outcome.Value wanted = (SpecTest.Outcome.Value) expected.outcome();
    return new Comparison(wanted.within())
        .difference(expected.type(), wanted.value(), actual.value());
  }

  private FeatureValue value(SpecTest.Moment moment, SpecTest.Expect expect, String column) {
    return switch (expect.subject()) {
      case GROUP ->
          engine.value(
              expect.name(), column, keys(expect), moment.time(), moment.watermark().orElse(null));
      case FEATURE_SET -> engine.value(set(expect), column, row(moment, expect));
    };
  }

  private Explanation why(SpecTest.Moment moment, SpecTest.Expect expect, String column) {
    return switch (expect.subject()) {
      case GROUP ->
          explainer.explain(
              expect.name(), column, keys(expect), moment.time(), moment.watermark().orElse(null));
      case FEATURE_SET -> explainer.explain(set(expect), column, row(moment, expect));
    };
  }

  private FeatureSetPlan set(SpecTest.Expect expect) {
    return plan.featureSet(expect.name());
  }

  private static List<Object> keys(SpecTest.Expect expect) {
    List<Object> keys = new ArrayList<>();
    expect.keys().forEach(key -> keys.add(key.value()));
    return keys;
  }

  private SpineRow row(SpecTest.Moment moment, SpecTest.Expect expect) {
    return new SpineRow(
        0,
        List.of(),
        keys(expect),
        moment.time(),
        moment.watermark().orElse(null),
        Map.of(),
        null,
        request);
  }
}
