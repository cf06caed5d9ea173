package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import java.util.ArrayList;
import java.util.List;

/** Writes expressions over a row of a union as ones over a row of a part of it. */
final class Substitution {
  private final Scope part;
  private long parts;
  private boolean isTooLarge;

  Substitution(Scope part) {
    this.part = part;
  }

  /** The expression with each column replaced by what the part has for it. */
  Expr apply(Expr expr) {
    long before = parts;
    Expr applied = replaced(expr);
    isTooLarge |=
        parts - before > Inlining.MOST_PARTS || Inlining.depth(applied) > Inlining.DEEPEST;
    return applied;
  }

  /** Whether an expression came of it that no spec may write. */
  boolean isTooLarge() {
    return isTooLarge;
  }

  /** How many literals, columns and calls came of it in all. */
  long parts() {
    return parts;
  }

  private Expr replaced(Expr expr) {
    if (expr instanceof Expr.Column column) {
      Column own = part.find(column.name()).orElseThrow();
      parts += own.parts();
      return own.expr().orElseThrow();
    }
    parts++;
    if (expr instanceof Expr.Call call) {
      return new Expr.Call(call.function(), replaced(call.args()), call.type());
    }
    if (expr instanceof Expr.Struct struct) {
      return new Expr.Struct(struct.names(), replaced(struct.values()));
    }
    return expr instanceof Expr.FieldOf field
        ? new Expr.FieldOf(replaced(field.struct()), field.field())
        : expr;
  }

  private List<Expr> replaced(List<Expr> exprs) {
    List<Expr> all = new ArrayList<>(exprs.size());
    exprs.forEach(expr -> all.add(replaced(expr)));
    return all;
  }
}
