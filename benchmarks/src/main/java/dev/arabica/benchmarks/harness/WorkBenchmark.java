package dev.arabica.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
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

  /** For how many milliseconds of its own CPU it runs before JMH warms it up. */
  @Param("0")
  public long warmUp;

  private Work work;
  private Object last;

  @Setup
  public void prepare() throws ReflectiveOperationException {
    Class<?> type = Class.forName(contestants);
    work = ((Contestants) type.getConstructor().newInstance()).work(table, contestant);
    CpuProfiler.operations = work.operations();
    warmUp();
  }

  /** Not by the clock: on a busy machine the compilers would not be done. */
  private void warmUp() {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long end = thread.getCurrentThreadCpuTime() + TimeUnit.MILLISECONDS.toNanos(warmUp);
    while (thread.getCurrentThreadCpuTime() < end) {
      last = work.run();
    }
  }

  @Benchmark
  public Object run() {
    return work.run();
  }
}
