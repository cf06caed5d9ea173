package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.ListExpr;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.NullExpr;
import dev.arabica.dsl.ast.StructExpr;
import dev.arabica.dsl.ast.UnaryExpr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** From values written out, lists and structs too, to values of a type that is known. */
final class Constants {
  private Constants() {}

  /** The value, if it is one of the type; null is one of every type. */
  static Optional<Expr.Literal> valueOf(dev.arabica.dsl.ast.Expr written, Type type) {
    if (written instanceof NullExpr) {
      return Optional.of(new Expr.Literal(type, null));
    }
    if (written instanceof ListExpr list && type instanceof Type.ListType listType) {
      return list(list, listType);
    }
    if (written instanceof StructExpr struct && type instanceof Type.StructType structType) {
      return struct(struct, structType);
    }
    return positive(written).flatMap(literal -> Literals.valueOf(literal, type));
  }

  /** The literal; of a negated number the negative one. */
  private static Optional<LiteralExpr> positive(dev.arabica.dsl.ast.Expr written) {
    if (written instanceof UnaryExpr negation && negation.operator() == UnaryExpr.Operator.NEGATE) {
      if (negation.operand() instanceof IntExpr number) {
        return Optional.of(new IntExpr(-number.value(), written.span()));
      }
      return negation.operand() instanceof FloatExpr number
          ? Optional.of(new FloatExpr(-number.value(), written.span()))
          : Optional.empty();
    }
    return written instanceof LiteralExpr literal ? Optional.of(literal) : Optional.empty();
  }

  private static Optional<Expr.Literal> list(ListExpr list, Type.ListType type) {
    List<Object> values = new ArrayList<>();
    for (dev.arabica.dsl.ast.Expr element : list.elements()) {
      valueOf(element, type.element()).ifPresent(value -> values.add(value.value()));
    }
    return values.size() == list.elements().size()
        ? Optional.of(new Expr.Literal(type, Collections.unmodifiableList(values)))
        : Optional.empty();
  }

  private static Optional<Expr.Literal> struct(StructExpr struct, Type.StructType type) {
    Object[] values = new Object[type.fields().size()];
    boolean[] given = new boolean[values.length];
    for (StructExpr.Field field : struct.fields()) {
      int at = type.indexOf(field.name().text());
      Optional<Expr.Literal> value =
          at < 0 || given[at]
              ? Optional.empty()
              : valueOf(field.value(), type.fields().get(at).type());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      given[at] = true;
      values[at] = value.get().value();
    }
    return struct.fields().size() == values.length
        ? Optional.of(new Expr.Literal(type, Collections.unmodifiableList(Arrays.asList(values))))
        : Optional.empty();
  }
}
