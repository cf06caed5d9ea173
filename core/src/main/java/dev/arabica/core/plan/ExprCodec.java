package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/**
 * Expressions in the plan's JSON: one object a node, told apart by its member {@code lit, col, fn,
 * struct, field}.
 */
final class ExprCodec {
  private ExprCodec() {}

  static Map<String, Object> write(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return object(
          "lit",
          LiteralCodec.write(literal.type(), literal.value()),
          "type",
          TypeCodec.write(literal.type()));
    }
    if (expr instanceof Expr.Column column) {
      return object("col", column.name(), "type", TypeCodec.write(column.type()));
    }
    if (expr instanceof Expr.Call call) {
      return object("fn", call.function().name(), "args", list(call.args(), ExprCodec::write));
    }
    if (expr instanceof Expr.Struct struct) {
      return object("struct", struct.names(), "values", list(struct.values(), ExprCodec::write));
    }
    Expr.FieldOf field = (Expr.FieldOf) expr;
    return object("field", field.field(), "of", write(field.struct()));
  }

  static Expr read(PlanNode node) {
    if (node.has("lit")) {
      return readLiteral(node);
    }
    if (node.has("col")) {
      return new Expr.Column(node.text("col"), node.read("type", TypeCodec::read));
    }
    if (node.has("fn")) {
      return Expr.Call.of(node.constant("fn", Function.class), node.nodes("args", ExprCodec::read));
    }
    return node.has("struct") ? readStruct(node) : readField(node);
  }

  static Expr.Literal readLiteral(PlanNode node) {
    Type type = node.read("type", TypeCodec::read);
    return new Expr.Literal(
        type, node.optional("lit", value -> LiteralCodec.read(type, value)).orElse(null));
  }

  private static Expr readStruct(PlanNode node) {
    List<String> names = node.texts("struct");
    List<Expr> values = node.nodes("values", ExprCodec::read);
    if (names.size() != values.size()) {
      throw new IllegalArgumentException("has not one value for each of " + names);
    }
    return new Expr.Struct(names, values);
  }

  private static Expr readField(PlanNode node) {
    Expr of = node.node("of", ExprCodec::read);
    String field = node.text("field");
    if (!(of.type() instanceof Type.StructType struct) || struct.indexOf(field) < 0) {
      throw new IllegalArgumentException("a " + of.type() + " has no field `" + field + "`");
    }
    return new Expr.FieldOf(of, field);
  }
}
