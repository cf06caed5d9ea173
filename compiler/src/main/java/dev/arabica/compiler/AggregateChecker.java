package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.IntExpr;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the aggregate of a feature: parameters first, then the input. */
final class AggregateChecker {
  private final ExprChecker exprs;
  private final Findings findings;

  AggregateChecker(ExprChecker exprs, Findings findings) {
    this.exprs = exprs;
    this.findings = findings;
  }

  Optional<CheckedModel.Aggregate> check(FeatureDecl decl, Optional<Expr> where) {
    CallExpr call = decl.aggregate();
    String name = call.function().text();
    AggregateFunction function = AggregateFunction.named(name);
    if (function == null) {
      List<String> known =
          Arrays.stream(AggregateFunction.values()).map(AggregateFunction::symbol).toList();
      findings.error(
          CompilerCodes.UNKNOWN_FUNCTION,
          call.function().span(),
          "there is no aggregate `" + name + "`",
          Suggestions.hint(name, known)
              .or(() -> Optional.of("the aggregates are " + Findings.listing(known))));
      call.arguments().forEach(argument -> exprs.check(argument.value()));
      return Optional.empty();
    }
    if (!argumentsFit(call, function)) {
      return Optional.empty();
    }
    Optional<Map<String, Long>> parameters = parameters(call, function);
    int inputAt = function.parameters().size();
    Optional<Expr> input =
        call.arguments().size() > inputAt
            ? exprs.check(call.arguments().get(inputAt).value())
            : Optional.empty();
    boolean inputFailed = call.arguments().size() > inputAt && input.isEmpty();
    if (inputFailed || parameters.isEmpty() || !typeFits(call, function, input)) {
      return Optional.empty();
    }
    return Optional.of(
        new CheckedModel.Aggregate(
            decl.name().text(), function.symbol(), input, where, parameters.get()));
  }

  private boolean argumentsFit(CallExpr call, AggregateFunction function) {
    int most = function.parameters().size() + 1;
    int least = function.inputIsOptional() ? most - 1 : most;
    boolean named = call.arguments().stream().map(Argument::name).anyMatch(Optional::isPresent);
    if (named || call.arguments().size() < least || call.arguments().size() > most) {
      findings.error(
          CompilerCodes.WRONG_ARGUMENTS,
          call.span(),
          "`"
              + function.symbol()
              + "` takes "
              + (least == most ? most : least + " or " + most)
              + (most == 1 ? " argument" : " arguments")
              + " by position, not "
              + call.arguments().size(),
          function.doc());
      return false;
    }
    return true;
  }

  private Optional<Map<String, Long>> parameters(CallExpr call, AggregateFunction function) {
    Map<String, Long> parameters = new LinkedHashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      dev.arabica.dsl.ast.Expr value = call.arguments().get(i).value();
      boolean fits =
          value instanceof IntExpr number
              && number.value() >= 1
              && number.value() <= AggregateFunction.MAX_N;
      if (!fits) {
        findings.error(
            CompilerCodes.WRONG_ARGUMENTS,
            value.span(),
            "`"
                + function.parameters().get(i)
                + "` of `"
                + function.symbol()
                + "` is a whole number from 1 to "
                + AggregateFunction.MAX_N,
            function.doc());
        return Optional.empty();
      }
      parameters.put(function.parameters().get(i), ((IntExpr) value).value());
    }
    return Optional.of(parameters);
  }

  private boolean typeFits(CallExpr call, AggregateFunction function, Optional<Expr> input) {
    Type type = input.map(Expr::type).orElse(null);
    if (type == Type.NULL || type == Type.DURATION || function.resultType(type) == null) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          call.arguments().get(call.arguments().size() - 1).value().span(),
          "`" + function.symbol() + "` does not take a value of type " + type,
          function.doc());
      return false;
    }
    return true;
  }
}
