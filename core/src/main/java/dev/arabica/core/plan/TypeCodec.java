package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;

import dev.arabica.core.type.Type;
import java.util.Locale;

/** Types in the plan's JSON: scalars by name, lists and structs as objects. */
final class TypeCodec {
  private TypeCodec() {}

  static Object write(Type type) {
    if (type instanceof Type.ListType listType) {
      return object("list", write(listType.element()));
    }
    if (type instanceof Type.StructType struct) {
      return object("struct", list(struct.fields(), TypeCodec::write));
    }
    return type.toString();
  }

  static Type read(Object value) {
    if (value instanceof String name) {
      return scalar(name);
    }
    PlanNode node = PlanNode.of(value);
    return node.members().containsKey("list")
        ? new Type.ListType(read(node.value("list")))
        : new Type.StructType(node.nodes("struct", TypeCodec::field));
  }

  private static Object write(Type.Field field) {
    return object("name", field.name(), "type", write(field.type()), "nullable", field.nullable());
  }

  private static Type.Field field(PlanNode node) {
    return new Type.Field(node.text("name"), read(node.value("type")), node.bool("nullable"));
  }

  private static Type scalar(String name) {
    try {
      return Type.Scalar.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the plan names an unknown type `" + name + "`", e);
    }
  }
}
