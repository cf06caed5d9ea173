package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Argument;
import dev.arabica.dsl.ast.BinaryExpr;
import dev.arabica.dsl.ast.BoolExpr;
import dev.arabica.dsl.ast.CallExpr;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FieldExpr;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.InExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.IsNullExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.StringExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.TimestampExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves and types an expression over named columns; a let's column is its expression, so that a
 * plan knows only columns of the source. A part with an error is absent and has been reported,
 * once.
 */
final class ExprChecker {
  private final Map<String, Expr> columns;
  private final Set<Expr> used;
  private final Findings findings;

  /**
   * @param used where the columns that the expression names are noted
   */
  ExprChecker(Map<String, Expr> columns, Set<Expr> used, Findings findings) {
    this.columns = columns;
    this.used = used;
    this.findings = findings;
  }

  Optional<Expr> check(dev.arabica.dsl.ast.Expr expr) {
    if (expr instanceof LiteralExpr literal) {
      return Optional.of(literal(literal));
    }
    if (expr instanceof NameExpr name) {
      return column(name.name());
    }
    if (expr instanceof BinaryExpr binary) {
      return call(
          operator(binary.operator()), binary.span(), List.of(binary.left(), binary.right()));
    }
    if (expr instanceof UnaryExpr unary) {
      return switch (unary.operator()) {
        case NEGATE -> call(Function.NEGATE, unary.span(), List.of(unary.operand()));
        case NOT -> call(Function.NOT, unary.span(), List.of(unary.operand()));
      };
    }
    if (expr instanceof IsNullExpr isNull) {
      return negatedIf(
          isNull.negated(), call(Function.IS_NULL, isNull.span(), List.of(isNull.operand())));
    }
    if (expr instanceof InExpr in) {
      List<dev.arabica.dsl.ast.Expr> args = new ArrayList<>(List.of(in.operand()));
      args.addAll(in.options().elements());
      return negatedIf(in.negated(), call(Function.IN, in.span(), args));
    }
    if (expr instanceof CallExpr call) {
      return named(call);
    }
    if (expr instanceof StructExpr struct) {
      return struct(struct);
    }
    if (expr instanceof FieldExpr field) {
      return field(field);
    }
    ListExpr list = (ListExpr) expr;
    return error(
        CompilerCodes.WRONG_TYPE, list.span(), "a list stands only after `in`", Optional.empty());
  }

  /** A filter: an expression of type bool. */
  Optional<Expr> checkCondition(dev.arabica.dsl.ast.Expr expr) {
    Optional<Expr> condition = check(expr);
    if (condition.isPresent() && condition.get().type() != Type.BOOL) {
      return error(
          CompilerCodes.WRONG_TYPE,
          expr.span(),
          "a filter is a bool, and this is of type " + condition.get().type(),
          condition.get().type().isNumeric()
              ? Optional.of("compare it, as in `" + expr.span().text() + " > 0`")
              : Optional.empty());
    }
    return condition;
  }

  /** A value that can stand in a key. */
  Optional<Expr> checkKey(dev.arabica.dsl.ast.Expr expr, String role) {
    Optional<Expr> key = check(expr);
    if (key.isPresent() && !key.get().type().isKey()) {
      return error(
          CompilerCodes.NOT_A_KEY,
          expr.span(),
          "`"
              + expr.span().text()
              + "` is of type "
              + key.get().type()
              + ", which cannot be "
              + role,
          Optional.of("keys are strings, integers, bools, dates, timestamps and bytes"));
    }
    return key;
  }

  static Expr.Literal literal(LiteralExpr literal) {
    if (literal instanceof IntExpr number) {
      return new Expr.Literal(Type.INT64, number.value());
    }
    if (literal instanceof FloatExpr number) {
      return new Expr.Literal(Type.FLOAT64, number.value());
    }
    if (literal instanceof StringExpr text) {
      return new Expr.Literal(Type.STRING, text.value());
    }
    if (literal instanceof BoolExpr bool) {
      return new Expr.Literal(Type.BOOL, bool.value());
    }
    if (literal instanceof DurationExpr duration) {
      return new Expr.Literal(Type.DURATION, duration.micros());
    }
    if (literal instanceof TimestampExpr timestamp) {
      return new Expr.Literal(Type.TIMESTAMP, timestamp.micros());
    }
    return new Expr.Literal(Type.NULL, null);
  }

  private Optional<Expr> column(Name name) {
    Expr column = columns.get(name.text());
    if (column == null) {
      return error(
          CompilerCodes.UNKNOWN_COLUMN,
          name.span(),
          "there is no column `" + name.text() + "`",
          Suggestions.hint(name.text(), columns.keySet())
              .or(() -> Optional.of("there is " + Findings.listing(columns.keySet()))));
    }
    used.add(column);
    return Optional.of(column);
  }

  private Optional<Expr> named(CallExpr call) {
    String name = call.function().text();
    Function function = Function.named(name);
    if (function == null) {
      List<String> known =
          Arrays.stream(Function.values()).filter(Function::isNamed).map(Function::symbol).toList();
      boolean aggregate = dev.arabica.core.agg.AggregateFunction.named(name) != null;
      return error(
          CompilerCodes.UNKNOWN_FUNCTION,
          call.function().span(),
          aggregate
              ? "`" + name + "` is an aggregate, which stands only at the start of a feature"
              : "there is no function `" + name + "`",
          aggregate ? Optional.empty() : Suggestions.hint(name, known));
    }
    List<dev.arabica.dsl.ast.Expr> args = new ArrayList<>();
    for (Argument argument : call.arguments()) {
      if (argument.name().isPresent()) {
        return error(
            CompilerCodes.WRONG_ARGUMENTS,
            argument.name().get().span(),
            "`" + name + "` takes its arguments by position",
            Optional.empty());
      }
      args.add(argument.value());
    }
    return call(function, call.span(), args);
  }

  private Optional<Expr> call(Function function, Span span, List<dev.arabica.dsl.ast.Expr> args) {
    List<Expr> checked = new ArrayList<>();
    for (dev.arabica.dsl.ast.Expr arg : args) {
      check(arg).ifPresent(checked::add);
    }
    if (checked.size() < args.size()) {
      return Optional.empty();
    }
    List<Type> types = checked.stream().map(Expr::type).toList();
    if (function.resultType(types) == null) {
      String given =
          types.isEmpty()
              ? "nothing"
              : String.join(" and ", types.stream().map(Type::toString).toList());
      return error(
          CompilerCodes.WRONG_ARGUMENTS,
          span,
          "`" + function.symbol() + "` does not take " + given,
          Optional.of("`" + function.symbol() + "`: " + function.doc()));
    }
    return Optional.of(Expr.Call.of(function, checked));
  }

  private Optional<Expr> struct(StructExpr struct) {
    List<String> names = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (StructExpr.Field field : struct.fields()) {
      Optional<Expr> value = check(field.value());
      if (!seen.add(field.name().text())) {
        error(
            CompilerCodes.DECLARED_TWICE,
            field.name().span(),
            "field `" + field.name().text() + "` stands twice in the struct",
            Optional.empty());
      } else if (value.isPresent() && value.get().type() == Type.NULL) {
        error(
            CompilerCodes.WRONG_TYPE,
            field.value().span(),
            "a field that is always null has no type",
            Optional.empty());
      } else {
        value.ifPresent(v -> names.add(field.name().text()));
        value.ifPresent(values::add);
      }
    }
    return names.size() == struct.fields().size()
        ? Optional.of(new Expr.Struct(names, values))
        : Optional.empty();
  }

  private Optional<Expr> field(FieldExpr field) {
    Optional<Expr> target = check(field.target());
    if (target.isEmpty()) {
      return target;
    }
    String name = field.field().text();
    if (!(target.get().type() instanceof Type.StructType type)) {
      return error(
          CompilerCodes.WRONG_TYPE,
          field.field().span(),
          "a " + target.get().type() + " has no field `" + name + "`",
          Optional.empty());
    }
    if (type.indexOf(name) < 0) {
      List<String> known = type.fields().stream().map(Type.Field::name).toList();
      return error(
          CompilerCodes.UNKNOWN_COLUMN,
          field.field().span(),
          "the struct has no field `" + name + "`",
          Suggestions.hint(name, known).or(() -> Optional.of("it has " + Findings.listing(known))));
    }
    return Optional.of(new Expr.FieldOf(target.get(), name));
  }

  private static Optional<Expr> negatedIf(boolean negated, Optional<Expr> expr) {
    return negated ? expr.map(e -> Expr.Call.of(Function.NOT, List.of(e))) : expr;
  }

  private Optional<Expr> error(Code code, Span span, String message, Optional<String> hint) {
    findings.error(code, span, message, hint);
    return Optional.empty();
  }

  private static Function operator(BinaryExpr.Operator operator) {
    return switch (operator) {
      case OR -> Function.OR;
      case AND -> Function.AND;
      case EQ -> Function.EQUAL;
      case NE -> Function.NOT_EQUAL;
      case LT -> Function.LESS;
      case LE -> Function.LESS_EQUAL;
      case GT -> Function.GREATER;
      case GE -> Function.GREATER_EQUAL;
      case COALESCE -> Function.COALESCE;
      case ADD -> Function.ADD;
      case SUBTRACT -> Function.SUBTRACT;
      case MULTIPLY -> Function.MULTIPLY;
      case DIVIDE -> Function.DIVIDE;
      case REMAINDER -> Function.MODULO;
    };
  }
}
