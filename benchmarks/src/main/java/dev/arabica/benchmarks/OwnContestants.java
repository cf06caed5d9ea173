package dev.arabica.benchmarks;

import dev.arabica.benchmarks.harness.Contestants;
import dev.arabica.benchmarks.harness.Work;
import java.util.function.Supplier;

/** The contestants of this module's class path. */
public final class OwnContestants implements Contestants {
  @Override
  public Work work(String table, String contestant) {
    Supplier<? extends Work> work = Suite.table(table).own().get(contestant);
    if (work == null) {
      throw new IllegalArgumentException("no " + contestant + " in " + table);
    }
    return work.get();
  }
}
