package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.Name;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks an aggregate: what it is of, its constants, and its filter. */
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
    Optional<AggregateFunction> function = new CallResolver(findings).aggregate(call.function());
    Optional<Map<Parameter, dev.arabica.dsl.ast.Expr>> arguments =
        function.flatMap(f -> new ArgumentBinder(f, call, findings).bind());
    if (arguments.isEmpty()) {
      // What is wrong inside the arguments is worth saying all the same.
      call.arguments().forEach(argument -> exprs.check(argument.value()));
      return Optional.empty();
    }
    Optional<CheckedModel.Aggregate> aggregate =
        aggregate(name, function.get(), arguments.get(), where);
    return filterFailed ? Optional.empty() : aggregate;
  }

  private Optional<CheckedModel.Aggregate> aggregate(
      Name name,
      AggregateFunction function,
      Map<Parameter, dev.arabica.dsl.ast.Expr> arguments,
      Optional<Expr> where) {
    Map<String, Object> constants = new HashMap<>();
    Optional<Expr> input = Optional.empty();
    Optional<Expr> by = Optional.empty();
    boolean fits = true;
    for (Parameter parameter : function.signature()) {
      dev.arabica.dsl.ast.Expr written = arguments.get(parameter);
      if (written == null) {
        parameter.defaultValue().ifPresent(value -> constants.put(parameter.name(), value));
      } else if (!parameter.isExpression()) {
        Optional<Object> constant = new ConstantReader(function, findings).read(parameter, written);
        constant.ifPresent(value -> constants.put(parameter.name(), value));
        fits &= constant.isPresent();
      } else if (parameter.isNamed()) {
        by = exprs.check(written).filter(expr -> byFits(expr.type(), written, parameter, function));
        fits &= by.isPresent();
      } else {
        input = exprs.check(written).filter(expr -> inputFits(expr.type(), written, function));
        fits &= input.isPresent();
      }
    }
    return fits
        ? Optional.of(
            new CheckedModel.Aggregate(
                name.text(),
                function.symbol(),
                input,
                by,
                where,
                constants,
                function.resultType(input.map(Expr::type).orElse(null))))
        : Optional.empty();
  }

  private boolean inputFits(
      Type type, dev.arabica.dsl.ast.Expr written, AggregateFunction function) {
    Optional<String> objection = Storable.objection(type);
    boolean fits = objection.isEmpty() && function.resultType(type) != null;
    if (!fits) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          written.span(),
          "`" + function.symbol() + "` does not take a value of type " + type,
          objection.orElse(function.doc()));
    }
    return fits;
  }

  private boolean byFits(
      Type type,
      dev.arabica.dsl.ast.Expr written,
      Parameter parameter,
      AggregateFunction function) {
    Optional<String> objection = Storable.objection(type);
    boolean fits = objection.isEmpty() && function.takesBy(type);
    if (!fits) {
      findings.error(
          CompilerCodes.WRONG_TYPE,
          written.span(),
          "`%s` of `%s` cannot be of type %s".formatted(parameter.name(), function.symbol(), type),
          objection.orElse(function.doc()));
    }
    return fits;
  }
}
