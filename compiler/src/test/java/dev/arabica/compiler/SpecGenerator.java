package dev.arabica.compiler;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

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
          "decimal(38, 38)",
          "decimal(39, 2)",
          "map<float64, string>",
          "vector<float32, 0>",
          "struct { a int64  b string? }",
          "strng",
          "list<int64(ms)>");
  private static final String FIELDS =
      """
          k string
          n int64?
          f float64
          s struct { a int64  b string? }
          d decimal(10, 2)
          m map<string, int64>
          v vector<float32, 3>?
          ls list<string>
          at timestamp
      """;

  private final Dice dice;
  private final ExprGenerator exprs;
  private final GroupGenerator groups;
  private final SetGenerator sets;
  private final List<String> keys = new ArrayList<>();
  private int lets;
  private final StringBuilder text = new StringBuilder();

  SpecGenerator(Random random) {
    this.dice = new Dice(random);
    this.exprs = new ExprGenerator(dice);
    this.groups = new GroupGenerator(dice, exprs);
    this.sets = new SetGenerator(dice, exprs);
  }

  String spec() {
    text.append(dice.chance(3) ? "package p.q\n" : "");
    text.append(dice.slips() ? "import p." + dice.pick(List.of("q.s0", "*", "q", "x.y")) : "");
    text.append('\n');
    for (int i = 0; i < 2; i++) {
      source("s" + i);
    }
    List<String> streams = new ArrayList<>(List.of("s0", "s1"));
    for (int i = 0; i < 4; i++) {
      view("v" + i, streams);
      streams.add("v" + i);
    }
    for (int i = 0; i < 3; i++) {
      keys.add(names());
      text.append(groups.group("g" + i, stream(streams), keys.get(i)));
    }
    text.append(sets.declarations(keys));
    return text.toString();
  }

  private void source(String name) {
    text.append("source ").append(name).append(" {\n");
    if (dice.chance(4)) {
      text.append("  kafka \"").append(name).append("\" { format ");
      text.append(dice.pick(List.of("avro", "json", "protobuf schema \"a\" message \"b.C\"")));
      text.append(" }\n");
    }
    text.append("  fields {\n").append(FIELDS);
    while (dice.slips()) {
      text.append("    ").append(dice.pick(Dice.NAMES)).append(' ').append(dice.pick(TYPES));
      text.append('\n');
    }
    text.append("  }\n  time ")
        .append(dice.slips() ? exprs.anything(2) : dice.chance(2) ? "at" : "at + millis(s.a)")
        .append('\n');
    if (dice.chance(3)) {
      dedup();
      text.append("  late up to ").append(dice.duration()).append('\n');
    }
    text.append("}\n");
  }

  private void dedup() {
    text.append("  dedup ").append(names()).append(" within ").append(dice.duration()).append('\n');
  }

  private void view(String name, List<String> streams) {
    String first = stream(streams);
    String second = stream(streams);
    text.append("view ").append(name).append(" from ").append(first);
    text.append(first.equals(second) && !dice.slips() ? "" : " and " + second).append(" {\n");
    if (dice.chance(2)) {
      text.append("  where ").append(exprs.condition(3)).append('\n');
    }
    while (!dice.chance(3)) {
      text.append("  let ").append(fresh()).append(" = ").append(exprs.anything(3)).append('\n');
    }
    if (dice.chance(3)) {
      dedup();
    }
    text.append("}\n");
  }

  private String stream(List<String> streams) {
    return dice.pick(dice.slips() ? List.of("v0", "v1", "v2", "v3", "s9") : streams);
  }

  private String names() {
    return !dice.slips()
        ? dice.pick(List.of("k", "k, n", "at"))
        : dice.chance(3)
            ? dice.pick(Dice.NAMES) + ", " + dice.pick(Dice.NAMES)
            : dice.chance(2) ? "k" : dice.pick(Dice.NAMES);
  }

  private String fresh() {
    return dice.slips() ? dice.pick(Dice.NAMES) : "let_" + lets++;
  }
}
