package dev.arabica.compiler;

import dev.arabica.core.expr.Function;
import dev.arabica.dsl.ast.BinaryExpr;
import dev.arabica.dsl.ast.UnaryExpr;

/** From operators as written to functions. */
final class Operators {
  private Operators() {}

  static Function of(UnaryExpr.Operator operator) {
    return switch (operator) {
      case NEGATE -> Function.NEGATE;
      case NOT -> Function.NOT;
    };
  }

  static Function of(BinaryExpr.Operator operator) {
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

  static boolean isComparison(BinaryExpr.Operator operator) {
    return switch (operator) {
      case EQ, NE, LT, LE, GT, GE -> true;
      default -> false;
    };
  }
}
