package dev.arabica.cli.spectest;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions of a plan as a spec would write them: names of a view's `let` are gone. */
final class ExprText {
  /** How tightly a form binds; an operand that binds less stands in brackets. */
  private enum Level {
    OR,
    AND,
    NOT,
    COMPARISON,
    COALESCE,
    SUM,
    PRODUCT,
    NEGATION,
    OPERAND
  }

  private ExprText() {}

  static String of(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return ValueText.of(literal.type(), literal.value());
    }
    if (expr instanceof Expr.Column column) {
      return column.name();
    }
    if (expr instanceof Expr.FieldOf field) {
      return within(field.struct(), Level.OPERAND) + "." + field.field();
    }
    if (expr instanceof Expr.Struct struct) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < struct.names().size(); i++) {
        fields.add(struct.names().get(i) + ": " + of(struct.values().get(i)));
      }
      return "{ " + String.join(", ", fields) + " }";
    }
    return call((Expr.Call) expr);
  }

  /** The columns that it names, each with its type, in the order of first mention. */
  static Map<String, Expr.Column> columns(Expr expr) {
    Map<String, Expr.Column> found = new LinkedHashMap<>();
    collect(expr, found);
    return found;
  }

  private static void collect(Expr expr, Map<String, Expr.Column> found) {
    if (expr instanceof Expr.Column column) {
      found.putIfAbsent(column.name(), column);
    } else if (expr instanceof Expr.Call call) {
      call.args().forEach(arg -> collect(arg, found));
    } else if (expr instanceof Expr.Struct struct) {
      struct.values().forEach(value -> collect(value, found));
    } else if (expr instanceof Expr.FieldOf field) {
      collect(field.struct(), found);
    }
  }

  private static String call(Expr.Call call) {
    List<Expr> args = call.args();
    Level level = level(call);
    return switch (call.function()) {
      case NEGATE -> "-" + within(args.get(0), Level.NEGATION);
      case NOT -> not(args.get(0));
      case IS_NULL -> within(args.get(0), Level.COALESCE) + " is null";
      case IN -> membership(args, " in ");
      case LIST -> "[" + list(args) + "]";
      case ELEMENT -> within(args.get(0), Level.OPERAND) + "[" + of(args.get(1)) + "]";
      case ONE_HOT, BUCKETIZE ->
          "%s(%s, [%s])"
              .formatted(
                  call.function().symbol(), of(args.get(0)), list(args.subList(1, args.size())));
      default ->
          level == Level.OPERAND
              ? call.function().symbol() + "(" + list(args) + ")"
              : infix(call, level);
    };
  }

  private static String not(Expr operand) {
    if (operand instanceof Expr.Call call && call.function() == Function.IS_NULL) {
      return within(call.args().get(0), Level.COALESCE) + " is not null";
    }
    return operand instanceof Expr.Call call && call.function() == Function.IN
        ? membership(call.args(), " not in ")
        : "not " + within(operand, Level.NOT);
  }

  /** The options are a list, or stand one by one. */
  private static String membership(List<Expr> args, String operator) {
    boolean oneList = args.size() == 2 && args.get(1).type() instanceof Type.ListType;
    return within(args.get(0), Level.COALESCE)
        + operator
        + (oneList ? of(args.get(1)) : "[" + list(args.subList(1, args.size())) + "]");
  }

  private static String infix(Expr.Call call, Level level) {
    List<String> sides = new ArrayList<>();
    for (int i = 0; i < call.args().size(); i++) {
      // To the right of an operator an equal one would have been in brackets; beside a comparison
      // another is clearer in them.
      boolean loose = i == 0 && level != Level.COMPARISON || level.compareTo(Level.AND) <= 0;
      Level least = loose ? level : Level.values()[level.ordinal() + 1];
      sides.add(within(call.args().get(i), least));
    }
    return String.join(" " + call.function().symbol() + " ", sides);
  }

  private static String list(List<Expr> exprs) {
    return exprs.stream().map(ExprText::of).collect(Collectors.joining(", "));
  }

  private static String within(Expr expr, Level least) {
    boolean fits = !(expr instanceof Expr.Call call) || level(call).compareTo(least) >= 0;
    return fits ? of(expr) : "(" + of(expr) + ")";
  }

  private static Level level(Expr.Call call) {
    return switch (call.function()) {
      case OR -> Level.OR;
      case AND -> Level.AND;
      case NOT -> Level.NOT;
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IS_NULL, IN ->
          Level.COMPARISON;
      case COALESCE -> Level.COALESCE;
      case ADD, SUBTRACT -> Level.SUM;
      case MULTIPLY, DIVIDE, MODULO -> Level.PRODUCT;
      case NEGATE -> Level.NEGATION;
      default -> Level.OPERAND;
    };
  }
}
