package dev.arabica.benchmarks;

import dev.arabica.benchmarks.harness.Measured;
import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import joptsimple.OptionSpec;
import org.apache.commons.math3.stat.StatUtils;
import org.openjdk.jmh.runner.Runner;

/**
 * Runs the contestants of a table in rounds, each in a fresh JVM with the same flags.
 *
 * @param warmUp how much CPU each of them takes before it is measured, in milliseconds
 * @param measured how long it is measured by the clock, in milliseconds
 */
record Contest(Path home, int rounds, long warmUp, long measured) {
  /** A heap that does not grow, and the collector that takes the least CPU. */
  private static final List<String> FLAGS =
      List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC", "-Djmh.ignoreLock=true");

  /** Of what is on our class path that a peer's JVM gets: what measures, and what that needs. */
  private static final List<Class<?>> MEASURING =
      List.of(Measured.class, Runner.class, OptionSpec.class, StatUtils.class);

  Comparison run(Table table) throws IOException {
    Comparison comparison =
        new Comparison(table.title(), table.base(), Units.ofOperations(table.operation()));
    Map<String, List<String>> commands = commands(table, comparison);
    for (int round = 0; round < rounds; round++) {
      for (String label : List.copyOf(commands.keySet())) {
        try {
          comparison.add(label, cost(Timed.run(commands.get(label))));
        } catch (IOException e) {
          comparison.leaveOut(label, lastLine(e.getMessage()));
          commands.remove(label);
        }
      }
    }
    return comparison;
  }

  /** How to start each contestant that there is. */
  private Map<String, List<String>> commands(Table table, Comparison comparison) {
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (String label : table.own().keySet()) {
      List<String> jvm = List.of("-cp", System.getProperty("java.class.path"));
      commands.put(label, command(jvm, OwnContestants.class.getName(), table, label));
    }
    for (Table.Foreign foreign : table.foreign()) {
      try {
        foreign.peer().prepare(home);
        List<String> jvm = foreign.peer().jvm(home, measuring());
        String contestants = foreign.peer().contestants();
        commands.put(foreign.label(), command(jvm, contestants, table, foreign.name()));
      } catch (IOException e) {
        comparison.leaveOut(foreign.label(), lastLine(e.getMessage()));
      }
    }
    return commands;
  }

  private List<String> command(List<String> jvm, String contestants, Table table, String name) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(jvm);
    command.addAll(List.of(Measured.class.getName(), contestants, table.name(), name));
    command.addAll(List.of(Long.toString(warmUp), Long.toString(measured)));
    return command;
  }

  private static List<String> measuring() {
    return MEASURING.stream()
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .toList();
  }

  /** What a run said in its last line. */
  private static Cost cost(Timed.Run run) throws IOException {
    String line = lastLine(run.out());
    try {
      Map<String, Object> said = Json.parseObject(line);
      return new Cost(number(said, "cpu_ns"), run.wall(), number(said, "bytes"));
    } catch (IllegalArgumentException e) {
      throw new IOException("it did not say what it cost: " + line);
    }
  }

  private static double number(Map<String, Object> said, String name) {
    if (said.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("no " + name);
  }

  private static String lastLine(String text) {
    return text.strip().lines().reduce("", (before, line) -> line).strip();
  }
}
