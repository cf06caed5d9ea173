package dev.arabica.batch;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.tables.Tables;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Makes settled blocks what the raw rows say: writes base blocks whose bytes differ, combines
 * roll-ups of the hours and days that are complete, and seals whole hours, all in one commit of the
 * block table. Blocks that the stream may still correct are never touched. A second run finds
 * nothing to do and commits nothing.
 */
public final class Repair {
  private static final int MAX_ATTEMPTS = 5;

  private final SparkEnvironment spark;
  private final Plan plan;
  private final Consumer<String> progress;

  /**
   * Prepares repairs of everything that the plan defines.
   *
   * @param progress takes a line for people now and then
   */
  public Repair(SparkEnvironment spark, Plan plan, Consumer<String> progress) {
    this.spark = spark;
    this.plan = plan;
    this.progress = progress;
  }

  /**
   * Repairs what is due: hours not sealed yet, and hours that received rows since the last time.
   */
  public RepairReport run() {
    return run(OptionalLong.empty(), OptionalLong.empty());
  }

  /**
   * Repairs the hours that {@code [from, to)} touches, as far as they are settled; an absent end is
   * open. With neither, what is due.
   *
   * @param from microseconds since the epoch, UTC
   * @throws IllegalStateException if others keep writing into the hours under repair
   */
  public RepairReport run(OptionalLong from, OptionalLong to) {
    long started = System.nanoTime();
    TimeRanges asked = RepairPlanner.asked(from, to);
    try (Tables tables = Tables.open(spark.environment())) {
      for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        RepairAttempt made = new RepairAttempt(spark, tables, plan, progress);
        made.build(asked);
        OptionalLong revision = made.commit();
        if (revision.isPresent()) {
          return made.report(revision.getAsLong(), (System.nanoTime() - started) / 1e9);
        }
        progress.accept("hours under repair were written meanwhile; looking again");
      }
    }
    throw new IllegalStateException("others kept writing into the hours under repair; try again");
  }
}
