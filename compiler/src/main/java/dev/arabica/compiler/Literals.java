package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.BoolExpr;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.StringExpr;
import dev.arabica.dsl.ast.TimestampExpr;
import java.util.Optional;

/** From literals as written to typed values. */
final class Literals {
  private Literals() {}

  static Expr.Literal value(LiteralExpr literal) {
    if (literal instanceof IntExpr number) {
      return new Expr.Literal(Type.INT64, number.value());
    }
    if (literal instanceof FloatExpr number) {
      return new Expr.Literal(Type.FLOAT64, withoutNegativeZero(number.value()));
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

  /** The literal as a value of a type, if it is one: whole numbers are floats too. */
  static Optional<Expr.Literal> valueOf(LiteralExpr literal, Type type) {
    Expr.Literal written = value(literal);
    Object value = written.value();
    if (value == null || written.type().equals(type)) {
      return Optional.of(new Expr.Literal(type, value));
    }
    if (type == Type.INT32 && value instanceof Long number && written.type() == Type.INT64) {
      return number == number.intValue()
          ? Optional.of(new Expr.Literal(type, number))
          : Optional.empty();
    }
    return type.isFloat() && written.type().isNumeric()
        ? Optional.of(new Expr.Literal(type, floating((Number) value, type)))
        : Optional.empty();
  }

  private static Double floating(Number number, Type type) {
    return type == Type.FLOAT32 ? (double) number.floatValue() : number.doubleValue();
  }

  private static double withoutNegativeZero(double value) {
    return value + 0.0;
  }
}
