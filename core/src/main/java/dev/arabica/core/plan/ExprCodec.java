package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
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
    if (node.members().containsKey("lit")) {
      return readLiteral(node);
    }
    if (node.members().containsKey("col")) {
      return new Expr.Column(node.text("col"), TypeCodec.read(node.value("type")));
    }
    if (node.members().containsKey("fn")) {
      return Expr.Call.of(Function.valueOf(node.text("fn")), node.nodes("args", ExprCodec::read));
    }
    if (node.members().containsKey("struct")) {
      return new Expr.Struct(node.texts("struct"), node.nodes("values", ExprCodec::read));
    }
    return new Expr.FieldOf(read(node.node("of")), node.text("field"));
  }

  static Expr.Literal readLiteral(PlanNode node) {
    Type type = TypeCodec.read(node.value("type"));
    return new Expr.Literal(type, LiteralCodec.read(type, node.members().get("lit")));
  }
}
