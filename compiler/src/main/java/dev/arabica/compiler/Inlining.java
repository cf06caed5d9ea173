package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.dsl.ast.LetDecl;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Lets are written out where they are used. This notes which of them are, and bounds what comes of
 * it: ten lets that each name the one before twice are a thousand times the first.
 */
final class Inlining {
  static final int MOST_PARTS = 10_000;
  static final int MOST_IN_ALL = 2_000_000;
  static final int DEEPEST = 300;

  private final Set<LetDecl> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Column> followed = Collections.newSetFromMap(new IdentityHashMap<>());
  private long parts;

  /** Notes that a column is used, and with it those that it comes from. */
  void use(Column column) {
    if (followed.add(column)) {
      column.let().ifPresent(used::add);
      column.behind().forEach(this::use);
    }
  }

  boolean isUsed(LetDecl let) {
    return used.contains(let);
  }

  /** Counts a finished expression in; false if all of them together are now too large. */
  boolean take(long partsOfExpression) {
    parts += partsOfExpression;
    return parts <= MOST_IN_ALL;
  }

  static int depth(Expr expr) {
    int deepest = 0;
    for (Expr child : children(expr)) {
      deepest = Math.max(deepest, depth(child));
    }
    return deepest + 1;
  }

  /** The expressions that an expression is made of. */
  static Iterable<Expr> children(Expr expr) {
    if (expr instanceof Expr.Call call) {
      return call.args();
    }
    if (expr instanceof Expr.Struct struct) {
      return struct.values();
    }
    return expr instanceof Expr.FieldOf field ? Set.of(field.struct()) : Set.of();
  }
}
