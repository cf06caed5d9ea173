package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.Name;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says which argument of an aggregate is which of its parameters: by place, or by name. */
final class ArgumentBinder {
  private final AggregateFunction function;
  private final CallExpr call;
  private final Findings findings;
  private final Map<Parameter, Expr> bound = new IdentityHashMap<>();
  private boolean failed;

  ArgumentBinder(AggregateFunction function, CallExpr call, Findings findings) {
    this.function = function;
    this.call = call;
    this.findings = findings;
  }

  /** What is written for each parameter; absent if that cannot be said. */
  Optional<Map<Parameter, Expr>> bind() {
    List<Expr> inPlace = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      if (argument.name().isPresent()) {
        bindByName(argument.name().get(), argument.value());
      } else {
        inPlace.add(argument.value());
      }
    }
    if (!failed) {
      bindByPlace(inPlace);
    }
    if (!failed) {
      checkComplete();
    }
    return failed ? Optional.empty() : Optional.of(bound);
  }

  private void checkComplete() {
    for (Parameter parameter : function.signature()) {
      if (parameter.isRequired() && !bound.containsKey(parameter)) {
        error(call.span(), "`" + function.symbol() + "` lacks `" + parameter.name() + "`");
      }
    }
  }

  private void bindByName(Name name, Expr value) {
    Optional<Parameter> parameter =
        function.signature().stream().filter(p -> p.name().equals(name.text())).findFirst();
    if (parameter.isEmpty()) {
      unknown(name);
    } else if (!parameter.get().isNamed()) {
      error(
          name.span(),
          "`" + name.text() + "` of `" + function.symbol() + "` is written without its name");
    } else if (bound.putIfAbsent(parameter.get(), value) != null) {
      error(name.span(), "`" + name.text() + "` is given twice");
    }
  }

  private void unknown(Name name) {
    failed = true;
    List<String> known =
        function.signature().stream().filter(Parameter::isNamed).map(Parameter::name).toList();
    findings.error(
        CompilerCodes.WRONG_ARGUMENTS,
        name.span(),
        "`" + function.symbol() + "` has no parameter `" + name.text() + "`",
        () -> Suggestions.hint(name.text(), known).or(() -> Optional.of(function.doc())));
  }

  private void bindByPlace(List<Expr> values) {
    List<Parameter> places = function.signature().stream().filter(p -> !p.isNamed()).toList();
    int least = (int) places.stream().filter(Parameter::isRequired).count();
    if (values.size() < least || values.size() > places.size()) {
      wrongNumber(values, least, places.size());
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      bound.put(places.get(i), values.get(i));
    }
  }

  private void wrongNumber(List<Expr> values, int least, int most) {
    Optional<Parameter> meant =
        values.size() > most ? nextNamed(values.get(most)) : Optional.empty();
    if (meant.isPresent()) {
      failed = true;
      String name = meant.get().name();
      Span span = values.get(most).span();
      findings.error(
          CompilerCodes.WRONG_ARGUMENTS,
          span,
          "`" + name + "` of `" + function.symbol() + "` is written with its name",
          "write `" + name + " " + span.text() + "`");
    } else {
      error(
          call.span(),
          "`%s` takes %s, not %d".formatted(function.symbol(), count(least, most), values.size()));
    }
  }

  /** The parameter that a value in no place may be for. */
  private Optional<Parameter> nextNamed(Expr value) {
    return function.signature().stream()
        .filter(parameter -> parameter.isNamed() && !bound.containsKey(parameter))
        .filter(parameter -> parameter.isExpression() || value instanceof LiteralExpr)
        .findFirst();
  }

  private static String count(int least, int most) {
    String number = least == most ? Integer.toString(most) : least + " or " + most;
    return number + (most == 1 ? " argument" : " arguments") + (most == 0 ? " without a name" : "");
  }

  private void error(Span span, String message) {
    failed = true;
    findings.error(CompilerCodes.WRONG_ARGUMENTS, span, message, function.doc());
  }
}
