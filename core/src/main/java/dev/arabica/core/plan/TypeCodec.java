package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;

import dev.arabica.core.type.Type;
import java.util.Locale;

/** Types in the plan's JSON: those without parameters by name, the others as objects. */
final class TypeCodec {
  private TypeCodec() {}

  static Object write(Type type) {
    if (type instanceof Type.ListType listType) {
      return object("list", write(listType.element()));
    }
    if (type instanceof Type.StructType struct) {
      return object("struct", list(struct.fields(), TypeCodec::write));
    }
    if (type instanceof Type.MapType map) {
      return object("map", write(map.value()), "key", write(map.key()));
    }
    if (type instanceof Type.VectorType vector) {
      return object("vector", (long) vector.dimension());
    }
    if (type instanceof Type.DecimalType decimal) {
      return object("decimal", (long) decimal.precision(), "scale", (long) decimal.scale());
    }
    return type.toString();
  }

  static Type read(Object value) {
    if (value instanceof String name) {
      return scalar(name);
    }
    PlanNode node = PlanNode.of(value);
    if (node.has("list")) {
      return new Type.ListType(node.read("list", TypeCodec::read));
    }
    if (node.has("map")) {
      return new Type.MapType(node.read("key", TypeCodec::read), node.read("map", TypeCodec::read));
    }
    if (node.has("vector")) {
      return new Type.VectorType(node.position("vector"));
    }
    if (node.has("decimal")) {
      return new Type.DecimalType(node.position("decimal"), node.position("scale"));
    }
    return new Type.StructType(node.nodes("struct", TypeCodec::field));
  }

  private static Object write(Type.Field field) {
    return object("name", field.name(), "type", write(field.type()), "nullable", field.nullable());
  }

  private static Type.Field field(PlanNode node) {
    return new Type.Field(
        node.text("name"), node.read("type", TypeCodec::read), node.bool("nullable"));
  }

  private static Type scalar(String name) {
    try {
      return Type.Scalar.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("there is no type `" + name + "`", e);
    }
  }
}
