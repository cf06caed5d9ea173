package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.GroupPlan.Aggregate;
import dev.arabica.core.plan.StreamPlan.Branch;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the language got later is a part of an aggregate's identity where it is used. */
class FingerprintTest {
  private static final Expr USER = new Expr.Column("user", Type.STRING);
  private static final Expr MS = new Expr.Column("ms", Type.INT64);
  private static final Expr AT = new Expr.Column("at", Type.TIMESTAMP);
  private static final Expr DAY = new Expr.Literal(Type.DURATION, Instants.MICROS_PER_DAY);
  private static final Aggregate SUM = aggregate(Optional.empty(), Map.of());
  private static final StreamPlan UNION = WholePlan.union();
  private static final String OF_UNION = id(UNION, SUM);

  @Test
  void aByIsPartOfIt() {
    assertThat(id(UNION, aggregate(Optional.of(USER), Map.of())))
        .isNotEqualTo(OF_UNION)
        .isNotEqualTo(id(UNION, aggregate(Optional.of(MS), Map.of())));
  }

  @Test
  void parametersOfEveryKindArePartOfIt() {
    List<Object> values = List.of(1L, 1.0, 1.5, List.of(1.0), List.of(1.0, 1.5));
    assertThat(values)
        .extracting(value -> id(UNION, aggregate(Optional.empty(), Map.of("p", value))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aUnionIsAnotherThingThanItsSources() {
    Plan plan = plan(UNION);
    assertThat(id(plan, "shop.web", SUM))
        .isNotEqualTo(OF_UNION)
        .isNotEqualTo(id(plan, "shop.app", SUM));
  }

  @Test
  void neitherTheNameOfAStreamNorTheOrderOfItsBranchesIsPartOfIt() {
    List<Branch> branches = new ArrayList<>(UNION.branches());
    Collections.reverse(branches);
    assertThat(id(stream("other.name", branches, UNION.columns()), SUM)).isEqualTo(OF_UNION);
  }

  @Test
  void aColumnThatIsNotReadIsNoPartOfIt() {
    List<Branch> branches =
        UNION.branches().stream()
            .map(b -> new Branch(b.from(), b.where(), b.columns().subList(0, 3)))
            .toList();
    StreamPlan fewer = stream("shop.both", branches, UNION.columns().subList(0, 3));
    assertThat(id(fewer, SUM)).isEqualTo(OF_UNION);
  }

  @Test
  void whatABranchLetsThroughIsPartOfIt() {
    List<Branch> branches =
        UNION.branches().stream()
            .map(b -> new Branch(b.from(), Optional.empty(), b.columns()))
            .toList();
    assertThat(id(stream("shop.both", branches, UNION.columns()), SUM)).isNotEqualTo(OF_UNION);
  }

  @Test
  void whatABranchMakesOfAColumnIsPartOfIt() {
    Branch first = UNION.branches().get(0);
    List<Expr> columns = new ArrayList<>(first.columns());
    columns.set(2, Expr.Call.of(Function.NEGATE, List.of(MS)));
    List<Branch> branches =
        List.of(new Branch(first.from(), first.where(), columns), UNION.branches().get(1));
    assertThat(id(stream("shop.both", branches, UNION.columns()), SUM)).isNotEqualTo(OF_UNION);
  }

  @Test
  void theDedupOfAViewIsPartOfIt() {
    StreamPlan firsts =
        new StreamPlan(
            UNION.name(),
            UNION.branches(),
            UNION.columns(),
            Optional.of(new SourcePlan.Dedup(List.of(USER), Instants.MICROS_PER_HOUR)));
    assertThat(id(firsts, SUM)).isNotEqualTo(OF_UNION);
  }

  @Test
  void aStreamOverAStreamReachesToTheSources() {
    StreamPlan firsts = WholePlan.firsts();
    SourcePlan late =
        WholePlan.source(
            "shop.web", SourcePlan.Format.JSON, Expr.Call.of(Function.ADD, List.of(AT, DAY)));
    Plan plan = plan(UNION, firsts);
    Plan later =
        new Plan(
            List.of(late, plan.sources().get(1)),
            plan.streams(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertThat(id(later, firsts.name(), SUM)).isNotEqualTo(id(plan, firsts.name(), SUM));
  }

  private static Aggregate aggregate(Optional<Expr> by, Map<String, Object> parameters) {
    return new Aggregate("", "n", "f", Optional.of(MS), by, Optional.empty(), parameters);
  }

  private static StreamPlan stream(String name, List<Branch> branches, List<Type.Field> columns) {
    return new StreamPlan(name, branches, columns, Optional.empty());
  }

  private static Plan plan(StreamPlan... streams) {
    return new Plan(
        WholePlan.plan().sources(),
        List.of(streams),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static String id(StreamPlan stream, Aggregate aggregate) {
    return id(plan(stream), stream.name(), aggregate);
  }

  private static String id(Plan plan, String from, Aggregate aggregate) {
    return Fingerprint.aggregate(plan, from, List.of(USER), Optional.empty(), aggregate);
  }
}
