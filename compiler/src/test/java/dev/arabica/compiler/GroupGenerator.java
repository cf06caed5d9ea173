package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Random groups: aggregates, windows, how they are served, and what is derived. */
final class GroupGenerator {
  private static final List<String> AGGREGATES =
      Stream.concat(
              Arrays.stream(AggregateFunction.values()).map(AggregateFunction::symbol),
              Stream.of("median"))
          .toList();
  private static final List<String> OF_A_NUMBER =
      List.of("sum", "avg", "variance", "stddev", "var_pop", "stddev_pop", "min", "max");

  private final Dice dice;
  private final ExprGenerator exprs;
  private final List<String> numbers = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int names;

  GroupGenerator(Dice dice, ExprGenerator exprs) {
    this.dice = dice;
    this.exprs = exprs;
  }

  String group(String name, String from, String keys) {
    numbers.clear();
    text.setLength(0);
    text.append("features ").append(name).append(" from ").append(from).append(" by ");
    text.append(keys).append(" {\n");
    if (dice.chance(3)) {
      text.append("  where ").append(exprs.condition(3)).append('\n');
    }
    boolean assembled = dice.chance(3);
    text.append(assembled ? "  serve assembled every " + (dice.slips() ? "7m\n" : "15m\n") : "");
    text.append(dice.slips() || !assembled && dice.chance(3) ? "  head open\n" : "");
    feature(assembled);
    while (!dice.chance(4)) {
      feature(assembled);
    }
    while (!numbers.isEmpty() && !dice.chance(3)) {
      derive();
    }
    return text.append("}\n").toString();
  }

  private void feature(boolean assembled) {
    String name = fresh();
    boolean counts = dice.chance(6);
    text.append("  ").append(name).append(" = ").append(counts ? "count()" : aggregate());
    if (dice.chance(3)) {
      text.append(" where ").append(exprs.condition(2));
    }
    String window = dice.chance(5) ? "ever" : dice.duration();
    text.append(" over ").append(window);
    if (counts) {
      numbers.add(window.equals("ever") ? name + "_ever" : name + "_last_" + window);
    }
    text.append(dice.slips() ? ", " + dice.duration() : "");
    text.append(dice.slips() ? " step " + dice.duration() : "");
    if (dice.chance(3)) {
      boolean request = assembled ? dice.slips() : dice.chance(2);
      text.append(" anchor ").append(request ? "request" : "watermark");
    }
    if (dice.chance(4)) {
      text.append(" default ").append(dice.slips() ? dice.pick(ExprGenerator.LITERALS) : "null");
    }
    text.append(dice.chance(5) ? " allow partial" : "");
    text.append(dice.slips() ? " as " + dice.pick(Dice.NAMES) : "").append('\n');
  }

  private void derive() {
    String name = fresh();
    text.append("  derive ").append(name).append(" = ");
    text.append(
        dice.slips()
            ? exprs.anything(2)
            : "safe_div(" + dice.pick(numbers) + ", " + dice.pick(numbers) + " + 1)");
    text.append('\n');
    numbers.add(name);
  }

  private String aggregate() {
    return switch (dice.below(14)) {
      case 0, 1 -> dice.pick(List.of("first_n(", "last_n(")) + n() + ", " + exprs.anything(2) + ")";
      case 2 -> dice.pick(List.of("approx_distinct(", "distinct_count(")) + exprs.string(2) + ")";
      case 3 -> dice.pick(List.of("first(", "last(")) + exprs.anything(2) + ")";
      case 4 ->
          dice.pick(List.of("top_n(", "bottom_n("))
              + n()
              + ", "
              + exprs.anything(2)
              + dice.pick(List.of(", by n)", ", by at)"));
      case 5 -> "last_distinct_n(" + n() + ", " + exprs.anything(1) + ", by k)";
      case 6 -> "approx_quantile(" + exprs.number(2) + (dice.slips() ? ", 2)" : ", 0.5)");
      case 7 -> "histogram(" + exprs.number(2) + (dice.slips() ? ", [1, 1])" : ", [0, 1.5])");
      case 8 -> "count_by(" + exprs.string(2) + ", categories " + n() + ")";
      case 9 -> dice.pick(List.of("sum_by(", "avg_by(")) + exprs.number(2) + ", by k)";
      case 10 -> "decayed_sum(" + exprs.number(2) + ", half_life " + dice.duration() + ")";
      case 11 -> dice.pick(List.of("vector_sum(v)", "vector_avg(v)", "top_k(3, k)", "sum(d)"));
      default ->
          (dice.slips() ? dice.pick(AGGREGATES) : dice.pick(OF_A_NUMBER))
              + "("
              + exprs.number(2)
              + ")";
    };
  }

  private int n() {
    return dice.slips() ? 0 : 1 + dice.below(50);
  }

  private String fresh() {
    return dice.slips() ? dice.pick(Dice.NAMES) : "value_" + names++;
  }
}
