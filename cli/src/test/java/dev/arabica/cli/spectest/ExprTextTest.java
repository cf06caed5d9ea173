package dev.arabica.cli.spectest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.Compilation;
import dev.arabica.compiler.SpecCompiler;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A filter of a plan reads like the filter that was written. */
final class ExprTextTest {
  @Test
  void functionsOfListsReadAsWritten() {
    Expr xs = new Expr.Column("xs", new Type.ListType(Type.INT64));
    Expr one = new Expr.Literal(Type.INT64, 1L);
    assertThat(ExprText.of(Expr.Call.of(Function.ELEMENT, List.of(xs, one)))).isEqualTo("xs[1]");
    assertThat(ExprText.of(Expr.Call.of(Function.LIST, List.of(one, one)))).isEqualTo("[1, 1]");
    assertThat(ExprText.of(Expr.Call.of(Function.BUCKETIZE, List.of(one, one))))
        .isEqualTo("bucketize(1, [1])");
    assertThat(ExprText.of(new Expr.Struct(List.of("a"), List.of(xs)))).isEqualTo("{ a: xs }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "b",
        "not b",
        "a + 1 * 2 > 3",
        "(a + 1) * 2 > 3",
        "a - (1 - 2) == 3",
        "a - 1 - 2 == -a",
        "s == \"say \\\"x\\\"\" or s is null and not (b or a == 1)",
        "(b or a == 1) and s is not null",
        "a in [1, 2] and s not in [\"x\"]",
        "(a ?? 0) + 1 <= 2",
        "safe_div(a, 2) >= 0.5",
        "at >= 2025-11-29T16:10:05Z",
        "at - at > 5m",
        "(a > 1) == b",
        "r.x is null",
        "a in xs"
      })
  void readsAsWritten(String filter) {
    String spec =
        """
        source e {
          fields {
            a int64?  b bool?  s string?  at timestamp
            r struct { x int64? }  xs list<int64>
          }
          time at
        }
        features g from e by s { where %s  n = count() over 1h }
        """
            .formatted(filter);
    Compilation compilation = SpecCompiler.compile(List.of(SourceFile.of("e.feat", spec)));
    assertThat(compilation.plan()).as("%s", compilation.diagnostics()).isPresent();
    GroupPlan group = compilation.plan().get().groups().get(0);
    assertThat(ExprText.of(group.where().get())).isEqualTo(filter);
  }
}
