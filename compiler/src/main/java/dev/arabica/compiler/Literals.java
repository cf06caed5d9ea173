package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.BoolExpr;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.StringExpr;
import dev.arabica.dsl.ast.TimestampExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /**
   * What is written as a value of a type, if it is one: a literal, a negative number, a list of
   * these. Whole numbers are floats too, and null is a value of every type.
   */
  static Optional<Expr.Literal> valueOf(dev.arabica.dsl.ast.Expr written, Type type) {
    if (type instanceof Type.DecimalType decimal && isNumber(written)) {
      return decimal(written, decimal);
    }
    if (written instanceof LiteralExpr literal) {
      return scalar(value(literal), type);
    }
    if (written instanceof UnaryExpr unary
        && unary.operator() == UnaryExpr.Operator.NEGATE
        && unary.operand() instanceof LiteralExpr literal) {
      return negated(value(literal)).flatMap(negative -> scalar(negative, type));
    }
    return written instanceof ListExpr list ? list(list, type) : Optional.empty();
  }

  private static boolean isNumber(dev.arabica.dsl.ast.Expr written) {
    return written instanceof IntExpr
        || written instanceof FloatExpr
        || written instanceof UnaryExpr unary && isNumber(unary.operand());
  }

  /** As it is written: a float literal would have been rounded. */
  private static Optional<Expr.Literal> decimal(
      dev.arabica.dsl.ast.Expr written, Type.DecimalType type) {
    BigDecimal value;
    try {
      value = new BigDecimal(written.span().text().replaceAll("[_\\s]", "")).stripTrailingZeros();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
    long wholeDigits = (long) value.precision() - value.scale();
    return value.scale() <= type.scale() && wholeDigits <= type.precision() - type.scale()
        ? Optional.of(new Expr.Literal(type, value.setScale(type.scale())))
        : Optional.empty();
  }

  private static Optional<Expr.Literal> list(ListExpr list, Type type) {
    if (type instanceof Type.VectorType vector) {
      return vector(list, vector);
    }
    return type instanceof Type.ListType listType
        ? values(list, listType.element())
            .map(values -> new Expr.Literal(type, Collections.unmodifiableList(values)))
        : Optional.empty();
  }

  private static Optional<Expr.Literal> vector(ListExpr list, Type.VectorType type) {
    Optional<List<Object>> values = values(list, Type.FLOAT32);
    if (values.isEmpty()
        || values.get().size() != type.dimension()
        || values.get().contains(null)) {
      return Optional.empty();
    }
    float[] vector = new float[type.dimension()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = ((Double) values.get().get(i)).floatValue();
    }
    return Optional.of(new Expr.Literal(type, vector));
  }

  private static Optional<List<Object>> values(ListExpr list, Type type) {
    List<Object> values = new ArrayList<>();
    for (dev.arabica.dsl.ast.Expr element : list.elements()) {
      Optional<Expr.Literal> value = valueOf(element, type);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get().value());
    }
    return Optional.of(values);
  }

  private static Optional<Expr.Literal> negated(Expr.Literal literal) {
    if (literal.value() instanceof Long number && literal.type() == Type.INT64) {
      return Optional.of(new Expr.Literal(literal.type(), -number));
    }
    return literal.value() instanceof Double number
        ? Optional.of(new Expr.Literal(literal.type(), withoutNegativeZero(-number)))
        : Optional.empty();
  }

  private static Optional<Expr.Literal> scalar(Expr.Literal written, Type type) {
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
