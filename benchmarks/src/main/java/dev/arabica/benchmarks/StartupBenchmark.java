package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the short commands cost on a small spec, from the shell's start to its end. */
record StartupBenchmark(Path home, int runs) {
  private static final String NOTHING = "a JVM that does nothing";

  Comparison run() throws IOException {
    String spec = home.resolve("examples/first-steps").toString();
    Launcher launcher = Launcher.of(home);
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("`featc check`", launcher.featc("check", spec));
    commands.put("`featc fmt --check`", launcher.featc("fmt", "--check", spec));
    commands.put("`featc plan`", launcher.featc("plan", spec));
    commands.put("`featc --version`", launcher.featc("--version"));
    commands.put(NOTHING, launcher.plainJvm(Nothing.class));
    Comparison comparison = new Comparison("A small spec", NOTHING, Units.OF_PROCESSES);
    for (int round = 0; round < runs; round++) {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        Timed.Run run = Timed.run(command.getValue());
        comparison.add(command.getKey(), new Cost(run.cpu() * 1000, run.wall(), Double.NaN));
      }
    }
    return comparison;
  }
}
