package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.ast.LetDecl;
import java.util.List;
import java.util.Optional;

/**
 * What a name in an expression stands for.
 *
 * @param expr over the row that is read; absent after an error
 * @param nullable whether it may be null
 * @param parts how many literals, columns and calls the expression is made of
 * @param let where it was declared, if by a let
 * @param behind the columns of the streams below that it comes from
 * @param objection why it cannot be used, which is said where it is
 */
record Column(
    Optional<Expr> expr,
    boolean nullable,
    int parts,
    Optional<LetDecl> let,
    List<Column> behind,
    Optional<Objection> objection) {
  /** One with an error that has been reported. */
  static final Column FAILED =
      new Column(Optional.empty(), true, 1, Optional.empty(), List.of(), Optional.empty());

  /** Why a name that looks like a column is none. */
  record Objection(Code code, String message, String hint) {}

  static Column of(SourcePlan.SourceField field) {
    return of(new Type.Field(field.name(), field.type(), field.nullable()), List.of());
  }

  /** A column of the row itself. */
  static Column of(Type.Field field, List<Column> behind) {
    Expr expr = new Expr.Column(field.name(), field.type());
    return new Column(
        Optional.of(expr), field.nullable(), 1, Optional.empty(), behind, Optional.empty());
  }

  /** A let, which is written out wherever it is used. */
  static Column of(LetDecl let, Optional<Expr> value, int parts) {
    return new Column(value, true, parts, Optional.of(let), List.of(), Optional.empty());
  }

  /** A name that is no column, for a reason worth telling. */
  static Column refused(Objection objection) {
    return new Column(
        Optional.empty(), true, 1, Optional.empty(), List.of(), Optional.of(objection));
  }

  Optional<Type> type() {
    return expr.map(Expr::type);
  }

  /** Whether a stream can hold its values: null alone has no type to be held in. */
  boolean isStored() {
    return type().filter(type -> type != Type.NULL).isPresent();
  }

  /** As a row of a stream has it; only of what is stored. */
  Type.Field field(String name) {
    return new Type.Field(name, type().orElseThrow(), nullable);
  }

  /** The same column for those who read the stream that holds it. */
  Column ofRow(String name) {
    return isStored() ? of(field(name), List.of(this)) : this;
  }
}
