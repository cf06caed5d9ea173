package dev.arabica.compiler;

import java.util.ArrayList;
import java.util.List;

/**
 * Random snapshots, a request, feature sets that read them and the groups, a model that reads a set
 * and a test.
 */
final class SetGenerator {
  private static final List<String> COLUMN_TYPES =
      List.of(
          "string?",
          "int64?",
          "float64 default -1.5",
          "string default \"\"",
          "vector<float32, 3>?",
          "list<string> default []",
          "decimal(10, 2)?");

  private final Dice dice;
  private final ExprGenerator exprs;
  private final List<String> numbers = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  SetGenerator(Dice dice, ExprGenerator exprs) {
    this.dice = dice;
    this.exprs = exprs;
  }

  /** All that stands below the groups; those are named g0, g1, ... */
  String declarations(List<String> keysOfGroups) {
    for (int i = 0; i < 2; i++) {
      snapshot("c" + i);
    }
    request();
    set(keysOfGroups);
    if (!numbers.isEmpty()) {
      model();
    }
    test();
    return text.toString();
  }

  private void snapshot(String name) {
    line("snapshot " + name + " from table \"t." + name + "\" by k valid_from since {");
    line("  rank float64 default 0");
    line("  owner string" + (dice.slips() ? "?" : ""));
    for (int i = 0; !dice.chance(3); i++) {
      line("  x" + i + " " + dice.pick(dice.slips() ? ExprGenerator.LITERALS : COLUMN_TYPES));
    }
    line("}");
  }

  private void request() {
    line("request r {");
    line("  device string default \"phone\", clicks int64");
    line((dice.slips() ? "  r" : "  seen") + " timestamp");
    line("}");
  }

  private void set(List<String> keysOfGroups) {
    line("feature_set set for k, n, at {");
    for (int i = 0; i < keysOfGroups.size(); i++) {
      line("  m" + (dice.slips() ? 0 : i) + " = " + target("g" + i, keysOfGroups.get(i)));
    }
    numbers.clear();
    if (!dice.chance(3)) {
      line("  c = c0(k)." + dice.pick(List.of("*", "{ owner, rank }", "{ rank as rank, owner }")));
      numbers.add("c.rank");
      fromColumn();
    }
    if (!dice.chance(3)) {
      line("  r = r.*");
      numbers.add("r.clicks");
    }
    derives();
    label();
    line("}");
  }

  private String target(String group, String keys) {
    String selection = dice.pick(List.of(".x", ".{ x, y as z }", ".{ value_0_ever }", ""));
    return group
        + ("(" + (dice.slips() ? "k: n" : keys) + ")")
        + (dice.slips() ? selection : ".*")
        + (dice.slips() ? " enriched with c1(k: k).{ owner, rank as r }" : "")
        + (dice.slips() ? " fallback c1(k).rank" : "");
  }

  /** Members whose key comes from a column of another, or whose values from elsewhere. */
  private void fromColumn() {
    if (dice.chance(2)) {
      line("  owner = c1(k: " + (dice.slips() ? "c.nothing" : "c.owner") + ").*");
    }
    if (dice.chance(2)) {
      String other = dice.slips() ? "owner" : "rank";
      line("  near = c0(k).rank fallback c1(k: c.owner)." + other);
      numbers.add("near");
    }
  }

  private void derives() {
    for (int i = 0; !numbers.isEmpty() && !dice.chance(3); i++) {
      String number = dice.pick(numbers);
      line(
          "  derive d"
              + i
              + " = "
              + (dice.slips()
                  ? exprs.anything(1)
                  : "case when " + number + " > 1 then " + number + " else 0 end"));
      numbers.add("d" + i);
    }
  }

  private void label() {
    if (dice.chance(2)) {
      String aggregate = dice.slips() ? "last_n(2, n)" : dice.pick(List.of("count()", "sum(n)"));
      line(
          "  label l = "
              + aggregate
              + (dice.chance(2) ? " where " + exprs.condition(1) : "")
              + (" from s0(" + dice.pick(List.of("k", "k, n", "k: k, at: at")) + ")")
              + (" within " + dice.duration())
              + (dice.slips() ? " default " + dice.pick(ExprGenerator.LITERALS) : " default 0"));
    }
  }

  private void model() {
    line("model mo scores k for n, at {");
    line("  onnx \"models/mo.onnx\"");
    line("  features " + (dice.slips() ? "g0" : "set"));
    line("  input dense [ " + String.join(", ", numbers) + " ]");
    if (numbers.contains("r.clicks")) {
      line("  input ids [ r.device hashed " + (dice.slips() ? "0" : "1_000") + " ]");
    }
    line("}");
  }

  private void test() {
    line("feature_set small for k {");
    line("  c = c0(k).{ owner, rank }");
    line("  r = r.{ clicks, seen }");
    line("  derive late = hour_of_day(r.seen) >= 18");
    line("}");
    line("test \"of " + dice.below(3) + "\" {");
    line("  given c0");
    line("    | k | since | owner |" + (dice.chance(2) ? "  // a comment" : ""));
    line("    | a | 2025-11-29T16:03:10Z | " + dice.pick(List.of("\"a | b\"", "a \\| b")) + " |");
    line("    |" + (dice.slips() ? "" : " a | 2025-11-30T00:00:00Z |") + " \"\" |");
    line("  given r");
    line("    | clicks | seen |");
    line("    | 7 | " + (dice.slips() ? "noon" : "2025-11-29T16:03:10Z") + " |");
    line("  at 2025-11-29T16:10:05Z" + (dice.chance(2) ? " watermark 2025-11-29T16:05:00Z" : ""));
    String column = dice.pick(List.of("c.rank", "r.clicks", dice.slips() ? "late" : "c.rank"));
    String value = dice.pick(List.of("1", "-1 within 0.1", "null", "1 + 1", "stale"));
    line("  expect small(k: \"a\") { " + column + ": " + value + ", late: false }");
    line("}");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
