package dev.arabica.dsl;

import static java.util.stream.Collectors.joining;

import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.BinaryExpr;
import dev.arabica.dsl.ast.BoolExpr;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.CaseExpr;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.InExpr;
import dev.arabica.dsl.ast.IndexExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.IsNullExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.StringExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.TimestampExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.List;

/** Expressions with all their brackets, for tests. */
final class ExprText {
  private ExprText() {}

  static String of(Expr expr) {
    if (expr instanceof LiteralExpr literal) {
      return literal(literal);
    } else if (expr instanceof NameExpr name) {
      return name.name().text();
    } else if (expr instanceof FieldExpr field) {
      return of(field.target()) + "." + field.field().text();
    } else if (expr instanceof CallExpr call) {
      return call.function().text()
          + call.arguments().stream().map(ExprText::argument).collect(joining(", ", "(", ")"));
    } else if (expr instanceof ListExpr list) {
      return list(list.elements());
    } else if (expr instanceof IndexExpr index) {
      return of(index.target()) + "[" + of(index.index()) + "]";
    } else if (expr instanceof CaseExpr cases) {
      return cases.branches().stream()
              .map(branch -> " when " + of(branch.when()) + " then " + of(branch.then()))
              .collect(joining("", "case", ""))
          + cases.otherwise().map(last -> " else " + of(last)).orElse("")
          + " end";
    } else if (expr instanceof StructExpr struct) {
      return struct.fields().stream()
          .map(field -> field.name().text() + ": " + of(field.value()))
          .collect(joining(", ", "{", "}"));
    }
    return "(" + operation(expr) + ")";
  }

  private static String operation(Expr expr) {
    if (expr instanceof UnaryExpr unary) {
      return (unary.operator() == UnaryExpr.Operator.NOT ? "not " : "-") + of(unary.operand());
    } else if (expr instanceof BinaryExpr binary) {
      return of(binary.left()) + " " + binary.operator().symbol() + " " + of(binary.right());
    } else if (expr instanceof IsNullExpr isNull) {
      return of(isNull.operand()) + (isNull.negated() ? " is not null" : " is null");
    }
    InExpr in = (InExpr) expr;
    return of(in.operand()) + (in.negated() ? " not in " : " in ") + of(in.options());
  }

  private static String literal(LiteralExpr literal) {
    if (literal instanceof IntExpr number) {
      return Long.toString(number.value());
    } else if (literal instanceof FloatExpr number) {
      return Double.toString(number.value());
    } else if (literal instanceof StringExpr string) {
      return '"' + string.value() + '"';
    } else if (literal instanceof BoolExpr bool) {
      return Boolean.toString(bool.value());
    } else if (literal instanceof DurationExpr duration) {
      return duration.text() + "=" + duration.micros();
    } else if (literal instanceof TimestampExpr timestamp) {
      return "@" + timestamp.micros();
    }
    return "null";
  }

  private static String argument(Argument argument) {
    return argument.name().map(name -> name.text() + ": ").orElse("") + of(argument.value());
  }

  private static String list(List<Expr> elements) {
    return elements.stream().map(ExprText::of).collect(joining(", ", "[", "]"));
  }
}
