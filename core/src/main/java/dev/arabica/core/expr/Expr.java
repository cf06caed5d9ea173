package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A resolved, typed expression over the columns of a source. Columns are named, not numbered, so
 * that an expression means the same for every reader of the plan; {@link Evaluators#bind} resolves
 * it against a row type once.
 *
 * <p>Null logic is SQL's: an operator of a null is null, {@code and} and {@code or} know when the
 * other side decides.
 */
public sealed interface Expr {
  Type type();

  /** A constant; {@code value} is the boxed form of {@code type}, or null. */
  record Literal(Type type, Object value) implements Expr {
    // Vectors and bytes are arrays, which are equal only to themselves.
    @Override
    public boolean equals(Object other) {
      return other instanceof Literal literal
          && type.equals(literal.type)
          && Objects.deepEquals(value, literal.value);
    }

    @Override
    public int hashCode() {
      return Arrays.deepHashCode(new Object[] {type, value});
    }
  }

  /** A column of the row. */
  record Column(String name, Type type) implements Expr {}

  /** A function or operator applied to arguments. */
  record Call(Function function, List<Expr> args, Type type) implements Expr {
    public Call {
      args = List.copyOf(args);
    }

    /**
     * A call with its type derived from its arguments.
     *
     * @throws IllegalArgumentException if the function does not take such arguments
     */
    public static Call of(Function function, List<Expr> args) {
      Type type = function.typeOf(args);
      if (type == null) {
        throw new IllegalArgumentException("`" + function.symbol() + "` does not take " + args);
      }
      return new Call(function, args, type);
    }
  }

  /** A struct built from named expressions; never null itself, whatever its fields are. */
  record Struct(List<String> names, List<Expr> values) implements Expr {
    public Struct {
      names = List.copyOf(names);
      values = List.copyOf(values);
    }

    @Override
    public Type.StructType type() {
      java.util.ArrayList<Type.Field> fields = new java.util.ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        fields.add(new Type.Field(names.get(i), values.get(i).type(), true));
      }
      return new Type.StructType(fields);
    }
  }

  /** A field of a struct value. */
  record FieldOf(Expr struct, String field) implements Expr {
    @Override
    public Type type() {
      Type.StructType owner = (Type.StructType) struct.type();
      return owner.fields().get(owner.indexOf(field)).type();
    }
  }
}
