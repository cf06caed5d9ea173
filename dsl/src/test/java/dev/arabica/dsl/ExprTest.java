package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.ast.ViewDecl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How expressions group, and what their literals are worth. */
class ExprTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0000',
      textBlock =
          """
          a + b * c - d            ~ ((a + (b * c)) - d)
          (a + b) * c              ~ ((a + b) * c)
          a - b - c                ~ ((a - b) - c)
          -a * b                   ~ ((-a) * b)
          a - -1                   ~ (a - -1)
          -9223372036854775808     ~ -9223372036854775808
          10_000 % 3               ~ (10000 % 3)
          -0.5 / 1e-3              ~ (-0.5 / 0.001)
          a or b and not c == d    ~ (a or (b and (not (c == d))))
          not a in [1, 2] and b    ~ ((not (a in [1, 2])) and b)
          a not in ["x"]           ~ (a not in ["x"])
          a is not null or b is null ~ ((a is not null) or (b is null))
          a ?? b ?? 0 > c + 1      ~ ((a ?? (b ?? 0)) > (c + 1))
          a != b == true           ~ ((a != b) == true)
          if(a <= 1, null, "x\\t\\u00e9\\"") ~ if((a <= 1), null, "x\té"")
          f()                      ~ f()
          f(half_life 2h)          ~ f(half_life: 2h=7200000000)
          top_n(3, { a, b: c.d }, by f(x).y) ~ top_n(3, {a: a, b: c.d}, by: f(x).y)
          q(x, [0.5, 0.95], error 0.01) ~ q(x, [0.5, 0.95], error: 0.01)
          f(a -1)                  ~ f((a - 1))
          t + 300ms - 7d           ~ ((t + 300ms=300000) - 7d=604800000000)
          t >= 2025-11-29T16:03:10.25Z ~ (t >= @1764432190250000)
          time + table             ~ (time + table)
          xs[0] + xs[-1]           ~ (xs[0] + xs[-1])
          m["k"].a[b + 1][2]       ~ m["k"].a[(b + 1)][2]
          (a ?? b)[0].c            ~ (a ?? b)[0].c
          -xs[0] * 2               ~ ((-xs[0]) * 2)
          [a, [b]][0]              ~ [a, [b]][0]
          f(x)[1]                  ~ f(x)[1]
          f(by xs[0].y, 1)         ~ f(by: xs[0].y, 1)
          a in xs and b not in m.ks ~ ((a in xs) and (b not in m.ks))
          a in [1] == true         ~ ((a in [1]) == true)
          a in (b ?? [])           ~ (a in (b ?? []))
          case when a then b end   ~ case when a then b end
          case when a > 1 then b + 1 when c then d else e or f end + 1 ~ (case when (a > 1) then (b + 1) when c then d else (e or f) end + 1)
          case when case when a then b end then case when c then d end else e end ~ case when case when a then b end then case when c then d end else e end
          case when end then end else end end ~ case when end then end else end end
          case when a then b end.c ~ case when a then b end.c
          f(case x)                ~ f(case: x)
          case + when + end        ~ ((case + when) + end)
          """)
  void groups(String text, String expected) {
    assertThat(parse(text)).isEqualTo(expected);
  }

  private static String parse(String expression) {
    String text = "package p\nview v from s {\n  let x = " + expression + "\n}\n";
    ParseResult result = FeatParser.parse(SourceFile.of("expr.feat", text));
    assertThat(result.diagnostics().stream().filter(d -> d.code() != Codes.CHAINED_COMPARISON))
        .isEmpty();
    ViewDecl view = (ViewDecl) result.file().declarations().get(0);
    return ExprText.of(view.lets().get(0).value());
  }
}
