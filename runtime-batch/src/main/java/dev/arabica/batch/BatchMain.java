package dev.arabica.batch;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.intake.DataFileException;
import dev.arabica.store.BlockStore;
import dev.arabica.store.Publisher;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;
import dev.arabica.tables.TablesException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Batch jobs as a child process: {@code ingest SOURCE --from FILE...} and {@code repair}.
 *
 * <p>Says on standard output what it does, and last {@code RESULT} with a JSON object; on standard
 * error, in one line, why it could not. Exit status 2: what was asked for cannot be done; 3: it
 * failed. Ends when standard input does, so that it never outlives its parent.
 */
public final class BatchMain {
  private static final int WRONG_REQUEST = 2;
  private static final int FAILED = 3;

  private static final Set<String> FLAGS = Set.of("--debug");
  private static final Arguments.Syntax INGEST =
      new Arguments.Syntax(
          Set.of("--env", "--master", "--through", "--complete-from"), Set.of("--from"), FLAGS);
  private static final Arguments.Syntax REPAIR =
      new Arguments.Syntax(Set.of("--env", "--master", "--from", "--to"), Set.of(), FLAGS);

  private final Arguments arguments;
  private final Environment environment;
  private final Plan plan;
  private SparkEnvironment spark;

  private BatchMain(Arguments arguments) {
    this.arguments = arguments;
    this.environment = Environment.open(Path.of(arguments.require("--env")));
    this.plan = environment.plans().current();
  }

  /** Runs one job and exits. */
  public static void main(String[] args) {
    exitWithParent();
    List<String> words = Arrays.asList(args);
    int status = run(words);
    System.out.flush();
    System.exit(status);
  }

  private static int run(List<String> words) {
    try {
      String result = dispatch(words);
      System.out.println("RESULT " + result);
      return 0;
    } catch (RuntimeException e) {
      System.err.println(e.getMessage() == null ? e.toString() : firstLine(e));
      if (words.contains("--debug")) {
        e.printStackTrace();
      }
      return isWrongRequest(e) ? WRONG_REQUEST : FAILED;
    }
  }

  private static String dispatch(List<String> words) {
    String command = words.isEmpty() ? "" : words.get(0);
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (command) {
      case "ingest" -> new BatchMain(Arguments.parse(rest, INGEST)).ingest();
      case "repair" -> new BatchMain(Arguments.parse(rest, REPAIR)).repair();
      default ->
          throw new UsageException("the command is `ingest` or `repair`, not `" + command + "`");
    };
  }

  private String ingest() {
    if (arguments.operands().size() != 1) {
      throw new UsageException("name one source to ingest into, not " + arguments.operands());
    }
    if (arguments.all("--from").isEmpty()) {
      throw new UsageException("option --from is missing");
    }
    Ingest.Request request =
        new Ingest.Request(
            arguments.operands().get(0),
            arguments.all("--from"),
            arguments.instant("--through"),
            arguments.instant("--complete-from").orElse(Long.MIN_VALUE));
    IngestReport report = new Ingest(environment, plan, this::spark, BatchMain::say).run(request);
    publish();
    return report.toJson();
  }

  private String repair() {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("repair takes options only, not " + arguments.operands());
    }
    RepairReport report =
        new Repair(spark(), plan, BatchMain::say)
            .run(arguments.instant("--from"), arguments.instant("--to"));
    publish();
    return report.toJson();
  }

  private SparkEnvironment spark() {
    if (spark == null) {
      say("starting Spark");
      String master = arguments.option("--master").orElse(SparkEnvironment.DEFAULT_MASTER);
      spark = SparkEnvironment.start(environment, master);
    }
    return spark;
  }

  /** Makes what was committed, by this job or by one that died, visible online. */
  private void publish() {
    try (Tables tables = Tables.open(environment);
        BlockStore store = LmdbBlockStore.open(environment.store())) {
      new Publisher(store, tables.blocks()).publish();
    }
  }

  private static void say(String line) {
    System.out.println(line);
  }

  private static boolean isWrongRequest(RuntimeException e) {
    return e instanceof UsageException
        || e instanceof UnknownNameException
        || e instanceof DataFileException
        || e instanceof TablesException;
  }

  private static String firstLine(RuntimeException e) {
    return e.getMessage().lines().findFirst().orElse(e.toString());
  }

  private static void exitWithParent() {
    Thread waiting =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // What the parent writes has no meaning: only the end has.
                }
              } catch (IOException gone) {
                // As good as the end.
              }
              System.exit(FAILED);
            },
            "parent");
    waiting.setDaemon(true);
    waiting.start();
  }
}
