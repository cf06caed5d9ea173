package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random specs that are right in their grammar and mostly right in their meaning: names exist more
 * often than not, types fit more often than not.
 */
final class SpecGenerator {
  private static final List<String> TYPES =
      List.of(
          "string",
          "bool?",
          "int32",
          "int64?",
          "float32",
          "float64",
          "timestamp",
          "timestamp(ms)",
          "date",
          "bytes",
          "list<string>",
          "struct { a int64  b string? }",
          "strng",
          "list<int64(ms)>");
  private static final List<String> NAMES =
      List.of("k", "n", "f", "s", "at", "b", "x", "y", "z", "group", "nothing", "request");
  private static final List<String> ARITHMETIC = List.of(" + ", " - ", " * ", " / ", " % ", " ?? ");
  private static final List<String> COMPARISONS = List.of(" == ", " != ", " < ", " <= ", " >= ");
  private static final String INSTANT = "2025-11-29T16:03:10Z";
  private static final List<String> AGGREGATES =
      Stream.concat(
              Arrays.stream(AggregateFunction.values()).map(AggregateFunction::symbol),
              Stream.of("median"))
          .toList();
  private static final List<String> OF_A_NUMBER =
      List.of("sum", "avg", "variance", "stddev", "var_pop", "stddev_pop", "min", "max");
  private static final List<String> LITERALS =
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
          "2025-11-29T16:03:10Z",
          "9223372036854775807");
  private static final List<String> DURATIONS =
      List.of("5m", "1h", "6h", "1d", "7d", "31d", "400d", "7m", "0s", "1us", "9000d", "3600s");

  private final Random random;
  private final int slipsInHundred;
  private final List<String> keys = new ArrayList<>();
  private int lets;
  private final StringBuilder text = new StringBuilder();

  SpecGenerator(long seed) {
    // Small seeds next to each other would all begin alike.
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.slipsInHundred = List.of(0, 1, 5, 20).get(random.nextInt(4));
  }

  String spec() {
    if (chance(3)) {
      text.append("package p.q\n");
    }
    for (int i = 0; i < 2; i++) {
      source("s" + i);
    }
    for (int i = 0; i < 3; i++) {
      view("v" + i);
    }
    for (int i = 0; i < 3; i++) {
      group("g" + i);
    }
    set("set");
    return text.toString();
  }

  private void source(String name) {
    text.append("source ").append(name).append(" {\n  fields {\n    k string\n    n int64?\n");
    text.append("    f float64\n    s struct { a int64  b string? }\n    at timestamp\n");
    while (slips()) {
      text.append("    ").append(pick(NAMES)).append(' ').append(pick(TYPES)).append('\n');
    }
    text.append("  }\n  time ")
        .append(slips() ? anything(2) : chance(2) ? "at" : "at + millis(s.a)")
        .append('\n');
    if (chance(3)) {
      text.append("  dedup ").append(names()).append(" within ").append(duration());
      text.append("\n  late up to ").append(duration()).append('\n');
    }
    text.append("}\n");
  }

  private void view(String name) {
    text.append("view ").append(name).append(" from ").append(stream()).append(" {\n");
    if (chance(2)) {
      text.append("  where ").append(condition(3)).append('\n');
    }
    while (!chance(3)) {
      text.append("  let ").append(fresh()).append(" = ").append(anything(3)).append('\n');
    }
    text.append("}\n");
  }

  private void group(String name) {
    text.append("features ").append(name).append(" from ").append(stream()).append(" by ");
    keys.add(names());
    text.append(keys.get(keys.size() - 1)).append(" {\n");
    feature();
    if (slips()) {
      text.append("  where ").append(condition(3)).append('\n');
    }
    while (!chance(4)) {
      feature();
    }
    text.append("}\n");
  }

  private void feature() {
    text.append("  ").append(fresh()).append(" = ").append(aggregate());
    if (chance(3)) {
      text.append(" where ").append(condition(2));
    }
    text.append(" over ").append(duration());
    if (slips()) {
      text.append(", ").append(duration());
    }
    if (slips()) {
      text.append(" step ").append(duration());
    }
    if (chance(3)) {
      text.append(" anchor ").append(chance(2) ? "request" : "watermark");
    }
    if (chance(4)) {
      text.append(" default ").append(slips() ? pick(LITERALS) : "null");
    }
    if (slips()) {
      text.append(" as ").append(pick(NAMES));
    }
    text.append('\n');
  }

  private String aggregate() {
    return switch (random.nextInt(6)) {
      case 0 -> "count()";
      case 1 ->
          pick(List.of("first_n", "last_n"))
              + "("
              + (1 + random.nextInt(50))
              + ", "
              + anything(2)
              + ")";
      case 2 -> "approx_distinct(" + string(2) + ")";
      case 3 -> pick(List.of("first", "last")) + "(" + anything(2) + ")";
      default -> (slips() ? pick(AGGREGATES) : pick(OF_A_NUMBER)) + "(" + number(2) + ")";
    };
  }

  private void set(String name) {
    text.append("feature_set ").append(name).append(" for k, n, at {\n");
    for (int i = 0; i < 3; i++) {
      text.append("  m").append(slips() ? 0 : i).append(" = g").append(i).append('(');
      text.append(slips() ? "k: n" : keys.get(i)).append(')');
      text.append(slips() ? pick(List.of(".x", ".{ x, y }", ".{ let_0_last_1h }")) : ".*");
      text.append('\n');
    }
    text.append("}\n");
  }

  /** A value of some type; with a slip, perhaps of none. */
  private String anything(int depth) {
    if (slips()) {
      return pick(List.of(pick(NAMES), "s.c", "at - at", "[1]", "at + hours(n)", pick(LITERALS)));
    }
    return switch (random.nextInt(5)) {
      case 0 -> number(depth);
      case 1 -> condition(depth);
      case 2 -> string(depth);
      case 3 -> "{ a: " + number(depth) + ", b: " + string(depth) + " }";
      default -> pick(List.of("at", "s", "s.b", "date_of(at)", "at + hours(to_int(n))"));
    };
  }

  private String number(int depth) {
    if (slips()) {
      return anything(depth - 1);
    }
    if (depth <= 0) {
      return pick(List.of("n", "f", "s.a", "1", "-2.5", "10_000", "to_millis(at)"));
    }
    return switch (random.nextInt(4)) {
      case 0 ->
          (slips() ? "abss" : pick(List.of("abs", "log1p", "floor", "to_int")))
              + "("
              + number(0)
              + ")";
      case 1 -> "if(" + condition(depth - 1) + ", " + number(depth - 1) + ", null)";
      case 2 -> "length(" + string(depth - 1) + ")";
      default -> "(" + number(depth - 1) + pick(ARITHMETIC) + number(depth - 1) + ")";
    };
  }

  private String condition(int depth) {
    if (slips()) {
      return anything(depth - 1);
    }
    if (depth <= 0) {
      return pick(List.of("n > 5", "k == \"a\"", "f is not null", "true", "at < " + INSTANT));
    }
    return switch (random.nextInt(5)) {
      case 0 -> "not (" + condition(depth - 1) + ")";
      case 1 -> number(depth - 1) + pick(COMPARISONS) + number(depth - 1);
      case 2 -> string(depth - 1) + " in [\"a\", " + string(0) + "]";
      case 3 -> "(" + anything(depth - 1) + ") is null";
      default ->
          "(" + condition(depth - 1) + pick(List.of(" and ", " or ")) + condition(depth - 1) + ")";
    };
  }

  private String string(int depth) {
    if (slips()) {
      return anything(depth - 1);
    }
    return depth <= 0
        ? pick(List.of("k", "s.b", "\"a b\"", "to_string(n)"))
        : pick(List.of("lower", "upper", "concat")) + "(" + string(depth - 1) + ")";
  }

  private String stream() {
    return pick(slips() ? List.of("v0", "v1", "v2", "s9") : List.of("s0", "s1"));
  }

  private String duration() {
    return slips() ? pick(DURATIONS) : pick(List.of("1h", "6h", "1d"));
  }

  private String names() {
    return !slips()
        ? pick(List.of("k", "k, n", "at"))
        : chance(3) ? pick(NAMES) + ", " + pick(NAMES) : chance(2) ? "k" : pick(NAMES);
  }

  /** Whether to write what may well be wrong here; how often differs from spec to spec. */
  private boolean slips() {
    return random.nextInt(100) < slipsInHundred;
  }

  private String fresh() {
    return slips() ? pick(NAMES) : "let_" + lets++;
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
