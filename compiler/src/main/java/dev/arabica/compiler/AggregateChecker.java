package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.Name;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the aggregate of a feature: its parameters, which stand first, and its input. */
final class AggregateChecker {
  private final ExprChecker exprs;
  private final Findings findings;

  AggregateChecker(ExprChecker exprs, Findings findings) {
    this.exprs = exprs;
    this.findings = findings;
  }

  /** The aggregate of a feature. */
  Optional<CheckedModel.Aggregate> check(FeatureDecl decl) {
    return check(decl.name(), decl.aggregate(), decl.where());
  }

  /** An aggregate with its filter; absent after an error. */
  Optional<CheckedModel.Aggregate> check(
      Name name, CallExpr call, Optional<dev.arabica.dsl.ast.Expr> filter) {
    Optional<Expr> where = filter.flatMap(exprs::checkCondition);
    boolean filterFailed = where.isEmpty() && filter.isPresent();
    Optional<AggregateFunction> function =
        new CallResolver(findings).aggregate(call.function()).filter(f -> argumentsFit(call, f));
    if (function.isEmpty()) {
      // What is wrong inside the arguments is worth saying all the same.
      call.arguments().forEach(argument -> exprs.check(argument.value()));
      return Optional.empty();
    }
    Optional<CheckedModel.Aggregate> aggregate = check(name, call, function.get(), where);
    return filterFailed ? Optional.empty() : aggregate;
  }

  private Optional<CheckedModel.Aggregate> check(
      Name name, CallExpr call, AggregateFunction function, Optional<Expr> where) {
    List<Argument> arguments = call.arguments();
    Optional<Map<String, Object>> parameters = parameters(call, function);
    int inputAt = function.parameters().size();
    Optional<Expr> input = Optional.empty();
    if (arguments.size() > inputAt) {
      dev.arabica.dsl.ast.Expr written = arguments.get(inputAt).value();
      input = exprs.check(written).filter(expr -> typeFits(expr.type(), written.span(), function));
      if (input.isEmpty()) {
        return Optional.empty();
      }
    }
    if (parameters.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new CheckedModel.Aggregate(
            name.text(),
            function.symbol(),
            input,
            Optional.empty(),
            where,
            parameters.get(),
            function.resultType(input.map(Expr::type).orElse(null))));
  }

  private boolean argumentsFit(CallExpr call, AggregateFunction function) {
    Optional<Span> named =
        call.arguments().stream()
            .flatMap(argument -> argument.name().stream())
            .map(name -> name.span())
            .findFirst();
    int most = function.parameters().size() + 1;
    int least = function.inputIsOptional() ? most - 1 : most;
    int given = call.arguments().size();
    if (named.isPresent()) {
      findings.error(
          CompilerCodes.WRONG_ARGUMENTS,
          named.get(),
          "`" + function.symbol() + "` takes its arguments by position",
          function.doc());
      return false;
    }
    if (given < least || given > most) {
      findings.error(
          CompilerCodes.WRONG_ARGUMENTS,
          call.span(),
          "`" + function.symbol() + "` takes " + count(least, most) + ", not " + given,
          function.doc());
      return false;
    }
    return true;
  }

  private static String count(int least, int most) {
    String number = least == most ? Integer.toString(most) : least + " or " + most;
    return number + (most == 1 ? " argument" : " arguments");
  }

  private Optional<Map<String, Object>> parameters(CallExpr call, AggregateFunction function) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (int i = 0; i < function.parameters().size(); i++) {
      dev.arabica.dsl.ast.Expr value = call.arguments().get(i).value();
      String parameter = function.parameters().get(i);
      if (isCount(value)) {
        parameters.put(parameter, ((IntExpr) value).value());
      } else {
        findings.error(
            CompilerCodes.WRONG_ARGUMENTS,
            value.span(),
            "`%s` of `%s` is a whole number from 1 to %d"
                .formatted(parameter, function.symbol(), Parameter.MAX_N),
            function.doc());
      }
    }
    return parameters.size() == function.parameters().size()
        ? Optional.of(parameters)
        : Optional.empty();
  }

  private static boolean isCount(dev.arabica.dsl.ast.Expr value) {
    return value instanceof IntExpr number
        && number.value() >= 1
        && number.value() <= Parameter.MAX_N;
  }

  private boolean typeFits(Type type, Span span, AggregateFunction function) {
    Optional<String> objection = Storable.objection(type);
    if (objection.isPresent() || function.resultType(type) == null) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          span,
          "`" + function.symbol() + "` does not take a value of type " + type,
          objection.orElse(function.doc()));
      return false;
    }
    return true;
  }
}
