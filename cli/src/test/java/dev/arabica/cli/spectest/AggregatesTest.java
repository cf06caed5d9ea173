package dev.arabica.cli.spectest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The aggregates whose values are lists, maps, vectors or estimates, from spec to value. */
final class AggregatesTest {
  private static final String SPEC =
      """
      package shop
      source views {
        fields { user_id string  item string  ms int64?  price decimal(9, 2)?  v vector<float32, 2>?  at timestamp }
        time at
      }
      features g from views by user_id {
        q      = approx_quantile(ms, 0.5) over 1h as q
        qs     = approx_quantiles(ms, [0.0, 1.0]) over 1h as qs
        h      = histogram(ms, [10, 20]) over 1h as h
        top    = top_n(2, item, by ms) over 1h as top
        low    = bottom_n(1, { item, ms }, by ms) over 1h as low
        each   = last_distinct_n(5, ms, by item) over 1h as each
        n_by   = count_by(item) over 1h as n_by
        s_by   = sum_by(ms, by item) over 1h as s_by
        a_by   = avg_by(price, by item) over 1h as a_by
        m_by   = max_by(price, by item, categories 1) over 1h as m_by
        often  = top_k(2, item) over 1h as often
        dc     = distinct_count(item) over 1h as dc
        ds     = decayed_sum(ms, half_life 30m) over 1h as ds
        dn     = decayed_count(half_life 30m) over 1h as dn
        vs     = vector_sum(v) over 1h as vs
        va     = vector_avg(v) over 1h as va
        total  = sum(price) over ever
        mean   = avg(price) over 1h as mean
      }
      test "every aggregate" {
        given views
          | user_id | item | ms | price | v      | at |
          | u       | a    | 10 | 1.50  | "[1, 2]" | 2025-11-29T15:30:00Z |
          | u       | b    | 30 | 2.50  | "[3, 4]" | 2025-11-29T15:30:01Z |
          | u       | a    | 20 |       |        | 2025-11-29T15:59:59Z |
        at 2025-11-29T16:00:00Z
        expect g(user_id: "u") {
          q: 20, qs: [10.0, 30.0], h: [0, 1, 2], top: ["b", "a"], low: [{ item: "a", ms: 10 }],
          each: [20, 30], dc: 2, ds: 40.0 within 0.1, dn: 2.0 within 0.01, total_ever: 4.00, mean: 2,
          often: [{ value: "a", count: 2 }, { value: "b", count: 1 }], vs: [4.0, 6.0], va: [2.0, 3.0]
        }
        expect g(user_id: "u") { n_by: { a: 2, b: 1 } }
        expect g(user_id: "u") { s_by: { a: 30, b: 30 } }
        expect g(user_id: "u") { a_by: { a: 1.5, b: 2.5 } }
        expect g(user_id: "u") { m_by: { a: 1.50, other: 2.50 } }
        expect g(user_id: "nobody") {
          q: null, qs: null, h: [0, 0, 0], top: [], dc: 0, ds: 0, vs: null, total_ever: 0
        }
      }
      """;

  @Test
  void haveTheValuesThatATestExpects() {
    Compilation compilation = SpecCompiler.compile(List.of(SourceFile.of("shop.feat", SPEC)));
    assertThat(compilation.plan()).as("%s", compilation.diagnostics()).isPresent();
    Plan plan = compilation.plan().get();
    TestResult result = SpecTestRun.of(plan, compilation.tests().get(0));
    assertThat(result.passed()).as(new ResultText(false).of(result)).isTrue();
  }
}
