package dev.arabica.testkit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Checks a property over many random inputs: as many as the test wants in a build, and for long by
 * a flag. {@code -Dfuzz.seeds=N} checks N inputs in every test, {@code -Dfuzz.seconds=N} checks
 * inputs that nobody has seen for N seconds in every test, and {@code -Dfuzz.seed=N} checks one of
 * them again, whose seed stood in a failure.
 *
 * <p>An input that takes too much CPU fails. So does one that needs a deep stack: checks run in one
 * of the size that a thread of a small service has.
 */
public final class Fuzz {
  private static final long MOST_CPU_SECONDS = 30;
  private static final int STACK = 512 << 10;
  private static final int DEEPEST_SHOWN = 40;

  private final String flags;
  private final String test;
  private final Property property;
  private volatile long seed;
  private volatile long startedAtCpu;
  private volatile Throwable failure;
  private long inputs;

  private Fuzz(String flags, String test, Property property) {
    this.flags = flags;
    this.test = test;
    this.property = property;
  }

  /** What has to hold of whatever is made with the random numbers of one seed. */
  @FunctionalInterface
  public interface Property {
    void check(Random random) throws Exception;
  }

  /** Checks a property, in a build over so many inputs; gives how many it were. */
  public static long check(int seeds, Property property) {
    return check("fuzz", "", seeds, property);
  }

  /**
   * As the other, with flags of its own.
   *
   * @param flags what stands before the dot of the flags
   * @param test what a failure has to say besides the seed for the check to be run again
   */
  static long check(String flags, String test, int seeds, Property property) {
    Fuzz fuzz = new Fuzz(flags, test, property);
    fuzz.watch(new Thread(null, () -> fuzz.run(seeds), "fuzz", STACK));
    return fuzz.inputs;
  }

  /** Another seed for each index. Small ones next to each other would begin alike in Random. */
  static long mixed(long index) {
    long z = index * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  private void run(int seeds) {
    Long only = Long.getLong(flags + ".seed");
    Long seconds = Long.getLong(flags + ".seconds");
    if (only != null) {
      one(only);
    } else if (seconds != null) {
      long start = System.nanoTime();
      for (long i = 0; failure == null && System.nanoTime() - start < nanos(seconds); i++) {
        one(mixed(start + i));
      }
    } else {
      int count = Integer.getInteger(flags + ".seeds", seeds);
      for (int i = 0; failure == null && i < count; i++) {
        one(mixed(i));
      }
    }
  }

  private void one(long next) {
    startedAtCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    seed = next;
    inputs++;
    try {
      property.check(new Random(next));
    } catch (Throwable e) {
      // Whatever it is, memory that has run out too: it ends this thread, and must not end unseen.
      failure = e;
    }
  }

  /** Waits for the checks, unless one of them does not come to an end. */
  private void watch(Thread thread) {
    thread.setDaemon(true);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    thread.start();
    try {
      while (thread.isAlive()) {
        thread.join(200);
        long used = threads.getThreadCpuTime(thread.getId()) - startedAtCpu;
        if (used > nanos(MOST_CPU_SECONDS)) {
          throw hangs(thread);
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (failure != null) {
      throw new AssertionError(again() + ": " + failure.getMessage(), failure);
    }
  }

  private String again() {
    return test + "-D" + flags + ".seed=" + seed;
  }

  private static long nanos(long seconds) {
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  private AssertionError hangs(Thread thread) {
    StringBuilder where = new StringBuilder();
    StackTraceElement[] stack = thread.getStackTrace();
    for (int i = 0; i < Math.min(stack.length, DEEPEST_SHOWN); i++) {
      where.append("\n  at ").append(stack[i]);
    }
    return new AssertionError(
        "%s: no end after %d s of CPU%s".formatted(again(), MOST_CPU_SECONDS, where));
  }
}
