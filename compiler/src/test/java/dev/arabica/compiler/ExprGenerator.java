package dev.arabica.compiler;

import java.util.List;

/** Random expressions over the fields of {@link SpecGenerator}'s sources. */
final class ExprGenerator {
  static final List<String> LITERALS =
      List.of(
          "0",
          "-1",
          "10_000",
          "1.5",
          "-0.0",
          "1e300",
          "\"\"",
          "\"a b\"",
          "true",
          "false",
          "null",
          "5m",
          "[]",
          "[1, null]",
          "2025-11-29T16:03:10Z",
          "9223372036854775807");
  private static final List<String> ARITHMETIC = List.of(" + ", " - ", " * ", " / ", " % ", " ?? ");
  private static final List<String> COMPARISONS = List.of(" == ", " != ", " < ", " <= ", " >= ");
  private static final List<String> OF_A_NUMBER =
      List.of("abs", "log1p", "floor", "to_int", "sign", "round", "ceil", "exp", "ln", "sqrt");
  private static final String INSTANT = "2025-11-29T16:03:10Z";

  private final Dice dice;

  ExprGenerator(Dice dice) {
    this.dice = dice;
  }

  /** A value of some type; with a slip, perhaps of none. */
  String anything(int depth) {
    if (dice.slips()) {
      return dice.pick(
          List.of(
              dice.pick(Dice.NAMES),
              "s.c",
              "at - at",
              "[1]",
              "ls[k]",
              "m[n]",
              "at + hours(n)",
              "one_hot(k, [n])",
              dice.pick(LITERALS)));
    }
    return switch (dice.below(7)) {
      case 0 -> number(depth);
      case 1 -> condition(depth);
      case 2 -> string(depth);
      case 3 -> "{ a: " + number(depth) + ", b: " + string(depth) + " }";
      case 4 -> "[" + string(0) + ", " + string(depth) + "]";
      case 5 ->
          dice.pick(List.of("m", "v", "ls", "d", "one_hot(k, [\"a\", \"b\"])", "split(k, k)"));
      default -> dice.pick(List.of("at", "s", "s.b", "date_of(at)", "at + hours(to_int(n))"));
    };
  }

  String number(int depth) {
    if (dice.slips()) {
      return anything(depth - 1);
    }
    if (depth <= 0) {
      return dice.pick(List.of("n", "f", "s.a", "1", "-2.5", "10_000", "to_millis(at)", "v[0]"));
    }
    return switch (dice.below(8)) {
      case 0 -> (dice.slips() ? "abss" : dice.pick(OF_A_NUMBER)) + "(" + number(0) + ")";
      case 1 -> "if(" + condition(depth - 1) + ", " + number(depth - 1) + ", null)";
      case 2 -> "length(" + string(depth - 1) + ")";
      case 3 -> "bucketize(" + number(depth - 1) + ", [1, 2.5])";
      case 4 -> "m[" + string(depth - 1) + "]";
      case 5 -> dice.pick(List.of("hash64(" + number(0) + ")", "hash_bucket(k, 7)"));
      case 6 -> choice(number(depth - 1), number(depth - 1), depth);
      default -> "(" + number(depth - 1) + dice.pick(ARITHMETIC) + number(depth - 1) + ")";
    };
  }

  private String choice(String then, String otherwise, int depth) {
    String last = dice.chance(2) ? " else " + otherwise : "";
    return "case when " + condition(depth - 1) + " then " + then + last + " end";
  }

  String condition(int depth) {
    if (dice.slips()) {
      return anything(depth - 1);
    }
    if (depth <= 0) {
      return dice.pick(
          List.of("n > 5", "k == \"a\"", "f is not null", "true", "d > 1", "at < " + INSTANT));
    }
    return switch (dice.below(6)) {
      case 0 -> "not (" + condition(depth - 1) + ")";
      case 1 -> number(depth - 1) + dice.pick(COMPARISONS) + number(depth - 1);
      case 2 -> string(depth - 1) + " in [\"a\", " + string(0) + "]";
      case 3 -> "(" + anything(depth - 1) + ") is null";
      case 4 -> string(depth - 1) + " not in ls";
      default ->
          "("
              + condition(depth - 1)
              + dice.pick(List.of(" and ", " or "))
              + condition(depth - 1)
              + ")";
    };
  }

  String string(int depth) {
    if (dice.slips()) {
      return anything(depth - 1);
    }
    if (depth <= 0) {
      return dice.pick(List.of("k", "s.b", "\"a b\"", "to_string(n)", "ls[-1]"));
    }
    return dice.chance(4)
        ? choice(string(depth - 1), string(depth - 1), depth)
        : dice.pick(List.of("lower", "upper", "concat", "trim", "reverse"))
            + "("
            + string(depth - 1)
            + ")";
  }
}
