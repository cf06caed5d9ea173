package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import dev.arabica.dsl.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Arguments that a function does not take: what is wrong with them, and what may be meant. */
final class Mismatch {
  private static final int LONGEST = 24;

  private final Function function;
  private final List<Expr> typed;
  private final List<Type> types;
  private final List<dev.arabica.dsl.ast.Expr> args;

  Mismatch(Function function, List<Expr> typed, List<dev.arabica.dsl.ast.Expr> args) {
    this.function = function;
    this.typed = typed;
    this.types = typed.stream().map(Expr::type).toList();
    this.args = args;
  }

  void report(Span call, Findings findings) {
    Optional<Integer> constant = wrongConstant();
    if (constant.isPresent()) {
      Span span = args.get(constant.get()).span();
      findings.error(
          CompilerCodes.WRONG_ARGUMENTS,
          span,
          typed.get(constant.get()) instanceof Expr.Literal
              ? "`" + function.symbol() + "` does not take `" + span.text() + "` here"
              : "this argument of `" + function.symbol() + "` has to be a constant",
          function.doc());
    } else {
      findings.error(CompilerCodes.WRONG_ARGUMENTS, call, message(), meant().orElse(doc()));
    }
  }

  private String doc() {
    boolean namesItself =
        function.doc().startsWith(function.symbol() + "(")
            || function == Function.LIST
            || function == Function.ELEMENT;
    return namesItself ? function.doc() : "`" + function.symbol() + "`: " + function.doc();
  }

  private String message() {
    if (function == Function.LIST) {
      return "the elements of a list have one type, and these are " + CallResolver.listing(types);
    }
    if (function == Function.ELEMENT) {
      return types.get(0) instanceof Type.MapType map
          ? "the keys are of type " + map.key() + ", and this is of type " + types.get(1)
          : isPositioned(types.get(0))
              ? "a position is a whole number, and this is of type " + types.get(1)
              : "a value of type " + types.get(0) + " has no elements";
    }
    return "`" + function.symbol() + "` does not take " + CallResolver.listing(types);
  }

  private static boolean isPositioned(Type type) {
    return type instanceof Type.ListType || type instanceof Type.VectorType;
  }

  /** The first argument that would be right if it were another constant of its type. */
  private Optional<Integer> wrongConstant() {
    List<Expr> changed = new ArrayList<>(typed);
    for (int i = 1; i < typed.size(); i++) {
      changed.set(i, new Expr.Literal(types.get(i), sample(types.get(i))));
    }
    if (function.typeOf(changed) == null) {
      return Optional.empty();
    }
    for (int i = 1; i < typed.size(); i++) {
      List<Expr> others = new ArrayList<>(changed);
      others.set(i, typed.get(i));
      if (function.typeOf(others) == null) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private static Object sample(Type type) {
    if (type instanceof DecimalType decimal) {
      return BigDecimal.ZERO.setScale(decimal.scale());
    }
    return switch (type.storage()) {
      case LONG -> 1L;
      case DOUBLE -> 1.0;
      case REF -> type == Type.STRING ? "" : null;
    };
  }

  private Optional<String> meant() {
    if (function == Function.MULTIPLY && types.stream().allMatch(DecimalType.class::isInstance)) {
      return Optional.of(
          "the product would have more than %d digits after the point; `to_decimal(x, p, s)` gives x fewer"
              .formatted(DecimalType.MOST_DIGITS));
    }
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
    if (function == Function.ADD && text.isPresent() && types.size() == 2) {
      return Optional.of(
          number.isPresent()
              ? "texts are joined with `concat(...)`, and a number is text as `to_string(...)`"
              : "texts are joined with `concat(...)`");
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
