package dev.arabica.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.ScalarResult;

/** The CPU of a run, of all threads of the JVM: its compilers and garbage collectors are in it. */
public final class CpuProfiler implements InternalProfiler {
  /** Nanoseconds of CPU per run. */
  static final String CPU = "cpu";

  /** Operations per run. */
  static final String OPERATIONS = "operations";

  /** Of the one work that a JVM does, which JMH gives profilers no way to. */
  static volatile int operations;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  @Override
  public String getDescription() {
    return "CPU time of the process";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = process.getProcessCpuTime();
  }

  @Override
  public List<ScalarResult> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double nanos = process.getProcessCpuTime() - before;
    return List.of(
        new ScalarResult(
            CPU, nanos / result.getMetadata().getAllOps(), "ns/op", AggregationPolicy.AVG),
        new ScalarResult(OPERATIONS, operations, "op", AggregationPolicy.AVG));
  }
}
