package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long it takes to check and plan a large spec: CPU after the start of the JVM, with the flags
 * of featc, in a JVM that has seen nothing before. Beside it what its bytes alone cost, and what a
 * tree of the same in YAML.
 */
record SpecBenchmark(Path home, int runs) {
  private static final String LEX = "lex the same bytes";

  Comparison run(int files, int featuresPerFile) throws IOException {
    Path folder = Files.createTempDirectory("big-spec");
    try {
      BigSpec spec = new BigSpec(files, featuresPerFile);
      spec.write(folder);
      new YamlSpec(spec).write(folder);
      return compare(spec, folder);
    } finally {
      try (Stream<Path> written = Files.list(folder)) {
        for (Path file : written.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private Comparison compare(BigSpec spec, Path folder) throws IOException {
    Comparison comparison = new Comparison(spec.title(), LEX, Units.OF_PROCESSES);
    Launcher launcher = Launcher.of(home);
    Map<String, String> works =
        new TreeMap<>(
            Map.of("check and plan", "plan", LEX, "lex", "read it as YAML, to a tree", "yaml"));
    for (int round = 0; round < runs; round++) {
      for (Map.Entry<String, String> work : works.entrySet()) {
        Timed.Run run =
            Timed.run(launcher.running(SpecWork.class, work.getValue(), folder.toString()));
        String[] told = run.out().strip().split(" ");
        double afterStart = Double.parseDouble(told[0]);
        comparison.add(
            work.getKey(), new Cost(afterStart * 1000, run.wall(), Double.parseDouble(told[1])));
      }
      Timed.Run whole = Timed.run(launcher.featc("check", folder.toString()));
      comparison.add(
          "`featc check`, all of it", new Cost(whole.cpu() * 1000, whole.wall(), Double.NaN));
    }
    return comparison;
  }
}
