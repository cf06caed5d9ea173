package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.BinaryExpr;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.CaseExpr;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.InExpr;
import dev.arabica.dsl.ast.IsNullExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.NullExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
      return columns.isPath(field) ? column(columns.atPath(field)) : field(field);
    }
    if (expr instanceof CallExpr call) {
      return named(call);
    }
    return composed(expr);
  }

  private Optional<Expr> composed(dev.arabica.dsl.ast.Expr expr) {
    if (expr instanceof StructExpr struct) {
      return struct(struct);
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
    return error(
        CompilerCodes.WRONG_TYPE, expr.span(), "a list stands only after `in`", Optional::empty);
  }

  private boolean isTooLarge() {
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
    List<dev.arabica.dsl.ast.Expr> options =
        in.options() instanceof ListExpr list ? list.elements() : List.of(in.options());
    if (options.isEmpty()) {
      return error(
          CompilerCodes.WRONG_ARGUMENTS,
          in.options().span(),
          "nothing is in an empty list",
          Optional::empty);
    }
    List<dev.arabica.dsl.ast.Expr> args = new ArrayList<>(List.of(in.operand()));
    args.addAll(options);
    return negatedIf(in.negated(), apply(Function.IN, in.span(), args));
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
    return apply(function.get(), call.span(), args);
  }

  private Optional<Expr> apply(Function function, Span span, List<dev.arabica.dsl.ast.Expr> args) {
    List<Expr> typed = new ArrayList<>(args.size());
    for (dev.arabica.dsl.ast.Expr arg : args) {
      type(arg).ifPresent(typed::add);
    }
    if (typed.size() < args.size() || isTooLarge()) {
      return Optional.empty();
    }
    List<Type> types = typed.stream().map(Expr::type).toList();
    return function.typeOf(typed) == null
        ? error(
            CompilerCodes.WRONG_ARGUMENTS,
            span,
            "`" + function.symbol() + "` does not take " + CallResolver.listing(types),
            () -> Optional.of(Mismatch.hint(function, types, args)))
        : Optional.of(Expr.Call.of(function, typed));
  }

  private Optional<Expr> struct(StructExpr struct) {
    List<String> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StructExpr.Field field : struct.fields()) {
      Optional<Expr> value = structField(field, seen.add(field.name().text()));
      value.ifPresent(v -> names.add(field.name().text()));
      value.ifPresent(values::add);
    }
    return names.size() == struct.fields().size() && !isTooLarge()
        ? Optional.of(new Expr.Struct(names, values))
        : Optional.empty();
  }

  private Optional<Expr> structField(StructExpr.Field field, boolean first) {
    Optional<Expr> value = type(field.value());
    if (!first) {
      return error(
          CompilerCodes.DECLARED_TWICE,
          field.name().span(),
          "field `" + field.name().text() + "` stands twice in the struct",
          Optional::empty);
    }
    if (value.isPresent() && value.get().type() == Type.NULL) {
      return error(
          CompilerCodes.WRONG_TYPE,
          field.value().span(),
          "a field that is always null has no type",
          Optional::empty);
    }
    return value;
  }

  private Optional<Expr> field(FieldExpr field) {
    Optional<Expr> target = type(field.target());
    if (target.isEmpty() || isTooLarge()) {
      return Optional.empty();
    }
    String name = field.field().text();
    if (!(target.get().type() instanceof Type.StructType type)) {
      return error(
          CompilerCodes.WRONG_TYPE,
          field.field().span(),
          "a value of type " + target.get().type() + " has no field `" + name + "`",
          Optional::empty);
    }
    List<String> known = type.fields().stream().map(Type.Field::name).toList();
    return known.contains(name)
        ? Optional.of(new Expr.FieldOf(target.get(), name))
        : error(
            CompilerCodes.UNKNOWN_COLUMN,
            field.field().span(),
            "the struct has no field `" + name + "`",
            () ->
                Suggestions.hint(name, known)
                    .or(() -> Optional.of("it has " + Findings.listing(known))));
  }

  private Optional<Expr> error(
      Code code, Span span, String message, Supplier<Optional<String>> hint) {
    findings.error(code, span, message, hint);
    return Optional.empty();
  }
}
