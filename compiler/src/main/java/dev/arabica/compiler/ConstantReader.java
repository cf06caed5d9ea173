package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the constants among the arguments of an aggregate, which are written out. */
final class ConstantReader {
  private final AggregateFunction function;
  private final Findings findings;

  ConstantReader(AggregateFunction function, Findings findings) {
    this.function = function;
    this.findings = findings;
  }

  /** The value as the plan holds it; absent after an error. */
  Optional<Object> read(Parameter parameter, Expr written) {
    Optional<Object> value = value(parameter, written).filter(parameter::accepts);
    if (value.isEmpty()) {
      findings.error(
          CompilerCodes.WRONG_ARGUMENTS,
          offending(parameter, written),
          "`%s` of `%s` is %s".formatted(parameter.name(), function.symbol(), parameter.expected()),
          function.doc());
    }
    return value;
  }

  private static Optional<Object> value(Parameter parameter, Expr written) {
    return switch (parameter.kind()) {
      case EXPRESSION -> Optional.empty();
      case WHOLE -> written instanceof IntExpr n ? Optional.of(n.value()) : Optional.empty();
      case DURATION ->
          written instanceof DurationExpr duration
              ? Optional.of(duration.micros())
              : Optional.empty();
      case FRACTION -> number(written).map(number -> number);
      case NUMBERS, EDGES ->
          written instanceof ListExpr list ? numbers(list).map(all -> all) : Optional.empty();
    };
  }

  private static Optional<List<Double>> numbers(ListExpr list) {
    List<Double> numbers = new ArrayList<>();
    list.elements().forEach(element -> number(element).ifPresent(numbers::add));
    return numbers.size() == list.elements().size()
        ? Optional.of(List.copyOf(numbers))
        : Optional.empty();
  }

  private static Optional<Double> number(Expr written) {
    if (written instanceof IntExpr number) {
      return Optional.of((double) number.value());
    }
    if (written instanceof FloatExpr number) {
      return Optional.of(number.value() + 0.0);
    }
    return written instanceof UnaryExpr unary && unary.operator() == UnaryExpr.Operator.NEGATE
        ? number(unary.operand()).map(number -> 0.0 - number)
        : Optional.empty();
  }

  /** The element of a list that is wrong where one is, else all of it. */
  private static Span offending(Parameter parameter, Expr written) {
    if (written instanceof ListExpr list && list.elements().size() <= Parameter.MOST_NUMBERS) {
      for (int end = 1; end <= list.elements().size(); end++) {
        ListExpr start = new ListExpr(list.elements().subList(0, end), list.span());
        if (value(parameter, start).filter(parameter::accepts).isEmpty()) {
          return list.elements().get(end - 1).span();
        }
      }
    }
    return written.span();
  }
}
