package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.expr.Expr;
import dev.arabica.dsl.DiagnosticRenderer;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of an expression means what the expression means. */
class ExprTextTest {
  private static final String SPEC =
      """
      package p
      source s {
        fields {
          a int64?  b int64?  c bool?  d bool  f float64  t string?  at timestamp
          tags list<string>?  props map<string, int64>  place struct { city string  zip int64? }?
        }
        time at
      }
      view v from s { let x = EXPR }
      features g from v by t { n = last(x) over 1h }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a + b * 2 - -a",
        "(a + b) * 2 - (a - (b - 1))",
        "a / b % 2 * 3",
        "a / (b % 2 * 3)",
        "-(a + b)",
        "a ?? b ?? 1",
        "(a ?? b) ?? 1",
        "a + (b ?? 1)",
        "a ?? b + 1",
        "not (c and d) or c and not d",
        "not c and d",
        "(c or d) and c",
        "a == b and b != 3",
        "(a == b) == c",
        "a is null",
        "a is not null or c is null",
        "(a == b) is null",
        "not (a is null)",
        "a in [1, 2] and t not in [\"x\", \"a\\\\b\\n\\\"q\\\"\"]",
        "(a in [1, 2]) is null",
        "t in tags",
        "not (t in tags)",
        "t in split(t, \",\")",
        "tags[0] == tags[-1]",
        "split(t, \"  \")[a + 1]",
        "props[\"k\"] + 1",
        "[a, b, 3]",
        "[a, b][1]",
        "{ a, twice: a * 2, inner: { b } }",
        "{ a, b }.a",
        "place.city",
        "if(c, a, b)",
        "if(c, a, null)",
        "case when c then a when d then b else 3 end",
        "case when c then a end",
        "case when c then if(d, 1, 2) else 3 end + 1",
        "at + 5m > 2020-01-01T00:00:00Z",
        "at - at == minutes(a)",
        "bucketize(f, [0.5, 1.0])",
        "one_hot(t, [\"x\", \"y\"])",
        "safe_div(f, 1e300)",
        "round(f, 2)",
        "date_of(at) == to_date(\"2020-01-01\")",
        "to_decimal(t, 10, 2) + 1",
        "hash_bucket(t, 10)",
      })
  void readsBackTheSame(String written) {
    Expr expr = compiled(written);
    String text = ExprText.of(expr);
    assertThat(compiled(text)).as("%s, from %s", text, written).isEqualTo(expr);
    assertThat(ExprText.of(compiled(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a + b * 2",
        "(a + b) * 2",
        "a ?? b ?? 1",
        "c and (d or c)",
        "a is not null and t not in [\"x\"]",
        "case when c then a when d then b end",
        "tags[-1]",
      })
  void isAsOneWritesIt(String written) {
    assertThat(ExprText.of(compiled(written))).isEqualTo(written);
  }

  private static Expr compiled(String expr) {
    Compilation compilation =
        SpecCompiler.compile(List.of(SourceFile.of("test.feat", SPEC.replace("EXPR", expr))));
    return compilation
        .plan()
        .orElseThrow(
            () ->
                new AssertionError(
                    expr + "\n" + new DiagnosticRenderer(false).render(compilation.diagnostics())))
        .groups()
        .get(0)
        .packs()
        .get(0)
        .aggregates()
        .get(0)
        .input()
        .orElseThrow();
  }
}
