package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import java.util.List;
import java.util.Optional;

/**
 * What events a source or view gives, as far as it could be checked.
 *
 * @param from the source or stream of the plan whose rows these are; absent after an error
 * @param columns over a row of it
 * @param where the filters of all views on the way
 */
record EventStream(Optional<String> from, Scope columns, Optional<Expr> where) {

  /** Where nothing is known, because of an error that has been reported. */
  static EventStream unknown(Damage damage) {
    return new EventStream(Optional.empty(), Scope.unknown(damage), Optional.empty());
  }

  /** Both filters, where there are two. */
  static Optional<Expr> both(Optional<Expr> a, Optional<Expr> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Optional.of(Expr.Call.of(Function.AND, List.of(a.get(), b.get())));
  }
}
