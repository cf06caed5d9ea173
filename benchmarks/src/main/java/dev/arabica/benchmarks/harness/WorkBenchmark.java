package dev.arabica.benchmarks.harness;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What JMH runs: the work of whichever contestant is asked for, the only one its JVM ever sees. */
@State(Scope.Thread)
public class WorkBenchmark {
  /** The class that has the contestant. */
  @Param("")
  public String contestants;

  @Param("")
  public String table;

  @Param("")
  public String contestant;

  private Work work;

  @Setup
  public void prepare() throws ReflectiveOperationException {
    Class<?> type = Class.forName(contestants);
    work = ((Contestants) type.getConstructor().newInstance()).work(table, contestant);
    CpuProfiler.operations = work.operations();
  }

  @Benchmark
  public Object run() {
    return work.run();
  }
}
