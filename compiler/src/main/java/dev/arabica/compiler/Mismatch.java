package dev.arabica.compiler;

import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.Expr;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What to do about arguments that a function does not take. */
final class Mismatch {
  private static final int LONGEST = 24;

  private final List<Type> types;
  private final List<Expr> args;

  private Mismatch(List<Type> types, List<Expr> args) {
    this.types = types;
    this.args = args;
  }

  /** What the author may have meant; else what the function does. */
  static String hint(Function function, List<Type> types, List<Expr> args) {
    return new Mismatch(types, args)
        .hint()
        .orElse("`" + function.symbol() + "`: " + function.doc());
  }

  private Optional<String> hint() {
    Optional<String> number = written(Type::isNumeric, "x");
    Optional<String> instant = written(Type.TIMESTAMP::equals, "t");
    Optional<String> duration = written(Type.DURATION::equals, "d");
    Optional<String> text = written(Type.STRING::equals, "s");
    if (number.isPresent() && duration.isPresent()) {
      return Optional.of(
          "a duration is no number: `millis(%s)` is a duration, `to_millis(%s)` a number"
              .formatted(number.get(), duration.get()));
    }
    if (number.isPresent() && instant.isPresent()) {
      return Optional.of(
          "a timestamp is no number: `from_millis(%s)` is a timestamp, `to_millis(%s)` a number"
              .formatted(number.get(), instant.get()));
    }
    if (text.isPresent() && instant.isPresent()) {
      return Optional.of("a timestamp is written without quotes, as in `2025-11-29T16:03:10Z`");
    }
    if (instant.isPresent() && types.contains(Type.DATE)) {
      return Optional.of("the date of a timestamp is `date_of(" + instant.get() + ")`");
    }
    return Optional.empty();
  }

  /** How the first argument of such a type is written, if there is one. */
  private Optional<String> written(Predicate<Type> fits, String otherwise) {
    for (int i = 0; i < types.size(); i++) {
      if (fits.test(types.get(i))) {
        String text = args.get(i).span().text();
        return Optional.of(
            text.length() <= LONGEST && text.lines().count() == 1 ? text : otherwise);
      }
    }
    return Optional.empty();
  }
}
