package dev.arabica.benchmarks.harness;

import java.util.Locale;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one contestant under JMH, in a fresh JVM with the class path and the flags of this one, and
 * prints what an operation cost as a line of JSON: {@code {"cpu_ns": 3.25, "bytes": 0.0}}. If that
 * fails, the last line says why.
 */
public final class Measured {
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  /** In milliseconds: the loop that JMH has around it. */
  private static final long JMH_WARM_UP = 200;

  private Measured() {}

  /**
   * @param args the class of the contestants, the table, the contestant, and for how many
   *     milliseconds of CPU to warm up, and by the clock to measure
   */
  public static void main(String[] args) {
    OptionsBuilder options = new OptionsBuilder();
    options.include("^" + WorkBenchmark.class.getName() + "\\.run$");
    options.param("contestants", args[0]).param("table", args[1]).param("contestant", args[2]);
    options.param("warmUp", args[3]);
    options.mode(Mode.AverageTime).forks(1).threads(1);
    options.warmupIterations(1).warmupTime(TimeValue.milliseconds(JMH_WARM_UP));
    options
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(Long.parseLong(args[4])));
    options.addProfiler(CpuProfiler.class).addProfiler("gc");
    options.verbosity(VerboseMode.SILENT).shouldFailOnError(true);
    try {
      var run = new Runner(options.build()).runSingle().getSecondaryResults();
      double operations = run.get(CpuProfiler.OPERATIONS).getScore();
      double cpu = run.get(CpuProfiler.CPU).getScore() / operations;
      double bytes = run.get(ALLOCATED).getScore() / operations;
      System.out.printf(Locale.ROOT, "{\"cpu_ns\": %.4f, \"bytes\": %.4f}%n", cpu, bytes);
    } catch (RunnerException e) {
      e.printStackTrace();
      System.err.println(reason(e));
      System.exit(1);
    }
  }

  /** What was thrown first, in a line; JMH hangs what happens in its threads under its own. */
  private static String reason(Throwable thrown) {
    Throwable first = thrown;
    while (first.getCause() != null || first.getSuppressed().length > 0) {
      first = first.getCause() != null ? first.getCause() : first.getSuppressed()[0];
    }
    return first.toString().lines().findFirst().orElse("");
  }
}
