package dev.arabica.pit;

import dev.arabica.batch.SparkEnvironment;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.intake.DataFileException;
import dev.arabica.intake.Spine;
import dev.arabica.tables.Environment;
import dev.arabica.tables.PlanRegistry;
import dev.arabica.tables.Tables;
import java.io.IOException;

/**
 * The process behind {@code featc train}. Progress and errors go to standard error, a line each;
 * the last line on standard output is {@code RESULT} and a {@link TrainResult} as JSON. Exit codes:
 * 0 fine, 2 wrongly asked, 3 anything else.
 */
public final class TrainMain {
  private static final int WRONGLY_ASKED = 2;
  private static final int FAILED = 3;

  private TrainMain() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    try {
      TrainResult result = train(TrainArguments.parse(args));
      result.problem().ifPresent(text -> tell("warning: a block cannot be read: " + text));
      System.out.println("RESULT " + result.toJson());
      System.out.flush();
      return 0;
    } catch (UsageException | UnknownNameException | DataFileException e) {
      tell("error: " + e.getMessage());
      return WRONGLY_ASKED;
    } catch (BeyondCommittedException e) {
      tell("error: " + e.getMessage() + "; --wait waits for it");
      return FAILED;
    } catch (IOException | RuntimeException e) {
      tell("error: " + oneLine(e));
      return FAILED;
    }
  }

  private static TrainResult train(TrainArguments arguments) throws IOException {
    Environment environment = Environment.open(arguments.environment());
    PlanRegistry plans = environment.plans();
    Plan plan = arguments.plan().map(plans::load).orElseGet(plans::current);
    requireReadable(plan, arguments.options());
    String master = arguments.master().orElse(SparkEnvironment.DEFAULT_MASTER);
    tell("starting Spark");
    try (SparkEnvironment spark = SparkEnvironment.start(environment, master);
        Tables tables = Tables.open(environment)) {
      return new TrainingSet(spark.session(), plan, tables.blocks())
          .write(arguments.options(), TrainMain::tell);
    }
  }

  /** Before the engine starts: a wrong name should not take seconds to find. */
  private static void requireReadable(Plan plan, TrainOptions options) {
    Spine.open(plan.featureSet(options.features()), options.spine()).close();
  }

  private static String oneLine(Exception e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse(cause.toString());
  }

  private static void tell(String line) {
    System.err.println(line);
  }
}
