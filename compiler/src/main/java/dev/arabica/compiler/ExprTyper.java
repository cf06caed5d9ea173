package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.ListType;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.BinaryExpr;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.CaseExpr;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.InExpr;
import dev.arabica.dsl.ast.IndexExpr;
import dev.arabica.dsl.ast.IsNullExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.NullExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Types one expression, part by part. */
final class ExprTyper {
  private final ColumnResolver columns;
  private final Findings findings;
  private int parts;

  ExprTyper(Scope scope, Inlining inlining, Findings findings) {
    this.columns = new ColumnResolver(scope, inlining, findings);
    this.findings = findings;
  }

  /** How many literals, columns and calls there were, with lets written out. */
  int parts() {
    return parts;
  }

  /** The expression; absent after an error, and where there is too much of it. */
  Optional<Expr> type(dev.arabica.dsl.ast.Expr expr) {
    parts++;
    if (isTooLarge()) {
      return Optional.empty();
    }
    if (expr instanceof LiteralExpr literal) {
      return Optional.of(Literals.value(literal));
    }
    if (expr instanceof NameExpr name) {
      return column(columns.named(name.name()));
    }
    if (expr instanceof FieldExpr field) {
      return columns.isPath(field)
          ? column(columns.atPath(field))
          : new StructTyper(this, findings).field(field);
    }
    if (expr instanceof CallExpr call) {
      return named(call);
    }
    return composed(expr);
  }

  private Optional<Expr> composed(dev.arabica.dsl.ast.Expr expr) {
    if (expr instanceof StructExpr struct) {
      return new StructTyper(this, findings).struct(struct);
    }
    if (expr instanceof CaseExpr branches) {
      return new CaseTyper(this, findings).type(branches);
    }
    if (expr instanceof BinaryExpr binary) {
      return binary(binary);
    }
    if (expr instanceof UnaryExpr unary) {
      return apply(Operators.of(unary.operator()), unary.span(), List.of(unary.operand()));
    }
    if (expr instanceof IsNullExpr isNull) {
      return negatedIf(
          isNull.negated(), apply(Function.IS_NULL, isNull.span(), List.of(isNull.operand())));
    }
    if (expr instanceof InExpr in) {
      return membership(in);
    }
    if (expr instanceof IndexExpr index) {
      return apply(Function.ELEMENT, index.span(), List.of(index.target(), index.index()));
    }
    return apply(Function.LIST, expr.span(), ((ListExpr) expr).elements());
  }

  /** Whether there is too much of it to go on. */
  boolean isTooLarge() {
    return parts > Inlining.MOST_PARTS;
  }

  private Optional<Expr> column(Optional<Column> column) {
    column.ifPresent(c -> parts += c.parts() - 1);
    return column.flatMap(Column::expr);
  }

  private Optional<Expr> binary(BinaryExpr binary) {
    Function function = Operators.of(binary.operator());
    boolean comparesNull = binary.left() instanceof NullExpr || binary.right() instanceof NullExpr;
    if (comparesNull && Operators.isComparison(binary.operator())) {
      return error(
          CompilerCodes.WRONG_ARGUMENTS,
          binary.span(),
          "a comparison with null is never true",
          () -> Optional.of("write `is null` or `is not null`"));
    }
    return apply(function, binary.span(), List.of(binary.left(), binary.right()));
  }

  private Optional<Expr> membership(InExpr in) {
    if (!(in.options() instanceof ListExpr list)) {
      return negatedIf(in.negated(), inValue(in));
    }
    if (list.elements().isEmpty()) {
      return error(
          CompilerCodes.WRONG_ARGUMENTS,
          list.span(),
          "nothing is in an empty list",
          Optional::empty);
    }
    Optional<List<Expr>> args = typed(withElements(in.operand(), list));
    if (args.isPresent() && args.get().stream().anyMatch(arg -> arg.type() instanceof ListType)) {
      return error(
          CompilerCodes.WRONG_ARGUMENTS,
          in.span(),
          "lists are not compared with each other",
          () -> Optional.of("whether a value is in a list `xs` is written `in xs`"));
    }
    return negatedIf(
        in.negated(),
        args.flatMap(a -> call(Function.IN, in.span(), a, withElements(in.operand(), list))));
  }

  private Optional<Expr> inValue(InExpr in) {
    List<dev.arabica.dsl.ast.Expr> written = List.of(in.operand(), in.options());
    Optional<List<Expr>> args = typed(written);
    if (args.isPresent() && !(args.get().get(1).type() instanceof ListType)) {
      return error(
          CompilerCodes.WRONG_ARGUMENTS,
          in.options().span(),
          "after `in` stands a list, and this is of type " + args.get().get(1).type(),
          Optional::empty);
    }
    return args.flatMap(a -> call(Function.IN, in.span(), a, written));
  }

  private static List<dev.arabica.dsl.ast.Expr> withElements(
      dev.arabica.dsl.ast.Expr first, ListExpr list) {
    List<dev.arabica.dsl.ast.Expr> all = new ArrayList<>(List.of(first));
    all.addAll(list.elements());
    return all;
  }

  private static Optional<Expr> negatedIf(boolean negated, Optional<Expr> expr) {
    return negated ? expr.map(e -> Expr.Call.of(Function.NOT, List.of(e))) : expr;
  }

  private Optional<Expr> named(CallExpr call) {
    Optional<Function> function = new CallResolver(findings).function(call);
    List<dev.arabica.dsl.ast.Expr> args = new ArrayList<>();
    call.arguments().forEach(argument -> args.add(argument.value()));
    if (function.isEmpty()) {
      // What is wrong inside the arguments is worth saying all the same.
      args.forEach(this::type);
      return Optional.empty();
    }
    boolean ofConstants =
        function.get() == Function.ONE_HOT || function.get() == Function.BUCKETIZE;
    return ofConstants
        ? ofConstants(function.get(), call, args)
        : apply(function.get(), call.span(), args);
  }

  /** A function of a value and a list of constants, which to the plan are arguments too. */
  private Optional<Expr> ofConstants(
      Function function, CallExpr call, List<dev.arabica.dsl.ast.Expr> args) {
    if (args.size() == 2
        && args.get(1) instanceof ListExpr constants
        && !constants.elements().isEmpty()) {
      return apply(function, call.span(), withElements(args.get(0), constants))
          .filter(expr -> new ConstantsChecker(constants, findings).areRight((Expr.Call) expr));
    }
    args.forEach(this::type);
    return error(
        CompilerCodes.WRONG_ARGUMENTS,
        call.span(),
        "`" + function.symbol() + "` takes a value and a list of constants",
        () -> Optional.of(function.doc()));
  }

  private Optional<Expr> apply(Function function, Span span, List<dev.arabica.dsl.ast.Expr> args) {
    return typed(args).flatMap(typed -> call(function, span, typed, args));
  }

  private Optional<List<Expr>> typed(List<dev.arabica.dsl.ast.Expr> args) {
    List<Expr> typed = new ArrayList<>(args.size());
    for (dev.arabica.dsl.ast.Expr arg : args) {
      type(arg).ifPresent(typed::add);
    }
    return typed.size() < args.size() || isTooLarge() ? Optional.empty() : Optional.of(typed);
  }

  private Optional<Expr> call(
      Function function, Span span, List<Expr> typed, List<dev.arabica.dsl.ast.Expr> args) {
    Type type = function.typeOf(typed);
    if (type == null) {
      new Mismatch(function, typed, args).report(span, findings);
      return Optional.empty();
    }
    return Optional.of(new Expr.Call(function, typed, type));
  }

  private Optional<Expr> error(
      Code code, Span span, String message, Supplier<Optional<String>> hint) {
    findings.error(code, span, message, hint);
    return Optional.empty();
  }
}
