package dev.arabica.compiler.report;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Expressions of a plan as one writes them in a spec, with no more brackets than needed. */
public final class ExprText {
  private static final int OR = 0;
  private static final int AND = 1;
  private static final int NOT = 2;
  private static final int IN = 3;
  private static final int IS_NULL = 4;
  private static final int COMPARISON = 5;
  private static final int COALESCE = 6;
  private static final int SUM = 7;
  private static final int PRODUCT = 8;
  private static final int NEGATION = 9;
  private static final int ATOM = 10;

  private ExprText() {}

  /** The text of an expression; read as a spec it means the same. */
  public static String of(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return LiteralText.of(literal);
    }
    if (expr instanceof Expr.Column column) {
      return column.name();
    }
    if (expr instanceof Expr.FieldOf field) {
      return within(field.struct(), ATOM) + "." + field.field();
    }
    if (expr instanceof Expr.Struct struct) {
      return struct(struct);
    }
    return call((Expr.Call) expr);
  }

  private static String struct(Expr.Struct struct) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < struct.names().size(); i++) {
      String value = of(struct.values().get(i));
      String name = struct.names().get(i);
      fields.add(value.equals(name) ? name : name + ": " + value);
    }
    return "{ " + String.join(", ", fields) + " }";
  }

  private static String call(Expr.Call call) {
    List<Expr> args = call.args();
    return switch (call.function()) {
      case NEGATE -> "-" + within(args.get(0), NEGATION);
      case NOT -> not(args.get(0));
      case IS_NULL -> within(args.get(0), IS_NULL) + " is null";
      case IN -> membership(args, " in ");
      case LIST -> listed("[", args, "]");
      case ELEMENT -> within(args.get(0), ATOM) + "[" + of(args.get(1)) + "]";
      case ONE_HOT, BUCKETIZE ->
          call.function().symbol()
              + "("
              + of(args.get(0))
              + listed(", [", args.subList(1, args.size()), "])");
      case IF -> isCase(args.get(2)) ? cases(call) : called("if", args);
      case COALESCE ->
          // Only a second one to the left needs brackets.
          within(args.get(0), COALESCE + 1)
              + args.subList(1, args.size()).stream()
                  .map(arg -> " ?? " + within(arg, COALESCE))
                  .collect(Collectors.joining());
      default -> isBinary(call) ? binary(call) : called(call.function().symbol(), args);
    };
  }

  private static boolean isBinary(Expr.Call call) {
    return strength(call) != ATOM;
  }

  private static String binary(Expr.Call call) {
    int strength = strength(call);
    String left = within(call.args().get(0), strength == COMPARISON ? strength + 1 : strength);
    return left
        + call.args().subList(1, call.args().size()).stream()
            .map(arg -> " " + call.function().symbol() + " " + within(arg, strength + 1))
            .collect(Collectors.joining());
  }

  private static String not(Expr operand) {
    if (operand instanceof Expr.Call call && call.function() == Function.IS_NULL) {
      return within(call.args().get(0), IS_NULL) + " is not null";
    }
    if (operand instanceof Expr.Call call && call.function() == Function.IN) {
      return membership(call.args(), " not in ");
    }
    return "not " + within(operand, NOT);
  }

  private static String membership(List<Expr> args, String in) {
    boolean inValue = args.size() == 2 && args.get(1).type() instanceof Type.ListType;
    return within(args.get(0), IN)
        + in
        + (inValue ? within(args.get(1), ATOM) : listed("[", args.subList(1, args.size()), "]"));
  }

  /** Whether this is what an {@code if} gives that was written as a {@code case}, most likely. */
  private static boolean isCase(Expr otherwise) {
    return otherwise instanceof Expr.Call call && call.function() == Function.IF
        || otherwise instanceof Expr.Literal literal && literal.value() == null;
  }

  private static String cases(Expr.Call first) {
    StringBuilder text = new StringBuilder("case");
    Expr rest = first;
    while (rest instanceof Expr.Call call && call.function() == Function.IF) {
      text.append(" when ").append(of(call.args().get(0)));
      text.append(" then ").append(of(call.args().get(1)));
      rest = call.args().get(2);
    }
    boolean isNull = rest instanceof Expr.Literal literal && literal.value() == null;
    return text.append(isNull ? "" : " else " + of(rest)).append(" end").toString();
  }

  private static String called(String name, List<Expr> args) {
    return name + listed("(", args, ")");
  }

  private static String listed(String open, List<Expr> exprs, String close) {
    return exprs.stream().map(ExprText::of).collect(Collectors.joining(", ", open, close));
  }

  /** In brackets where it binds less than its place asks for. */
  private static String within(Expr expr, int strength) {
    return strength(expr) < strength ? "(" + of(expr) + ")" : of(expr);
  }

  private static int strength(Expr expr) {
    if (!(expr instanceof Expr.Call call)) {
      return ATOM;
    }
    return switch (call.function()) {
      case OR -> OR;
      case AND -> AND;
      case NOT -> notStrength(call.args().get(0));
      case IN -> IN;
      case IS_NULL -> IS_NULL;
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> COMPARISON;
      case COALESCE -> COALESCE;
      case ADD, SUBTRACT -> SUM;
      case MULTIPLY, DIVIDE, MODULO -> PRODUCT;
      case NEGATE -> NEGATION;
      default -> ATOM;
    };
  }

  /** {@code is not null} and {@code not in} bind as what they deny. */
  private static int notStrength(Expr operand) {
    boolean denied =
        operand instanceof Expr.Call call
            && (call.function() == Function.IS_NULL || call.function() == Function.IN);
    return denied ? strength(operand) : NOT;
  }
}
