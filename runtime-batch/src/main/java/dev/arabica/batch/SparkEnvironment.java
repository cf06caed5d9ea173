package dev.arabica.batch;

import dev.arabica.tables.CatalogSettings;
import dev.arabica.tables.Environment;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session for an environment: its catalogue under the name {@code arabica}, times in UTC
 * and as {@code java.time}, quiet. To be closed.
 */
public final class SparkEnvironment implements AutoCloseable {
  /** Two local threads. */
  public static final String DEFAULT_MASTER = "local[2]";

  private static final String STATIC_SETTING = "spark.sql.extensions";

  private final Environment environment;
  private final SparkSession session;
  private final boolean ownsContext;

  private SparkEnvironment(Environment environment, SparkSession session, boolean ownsContext) {
    this.environment = environment;
    this.session = session;
    this.ownsContext = ownsContext;
  }

  /**
   * Starts a session.
   *
   * @param master a Spark master; the environment must be reachable from its workers
   */
  public static SparkEnvironment start(Environment environment, String master) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("arabica")
            .master(master)
            .config("spark.ui.enabled", false)
            .config("spark.ui.showConsoleProgress", false)
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", false)
            .config("spark.sql.warehouse.dir", environment.warehouse().toUri().toString());
    CatalogSettings.sparkSettings(environment).forEach(builder::config);
    if (master.startsWith("local")) {
      builder.config("spark.driver.host", "127.0.0.1");
      builder.config("spark.driver.bindAddress", "127.0.0.1");
      // Few can run at once.
      builder.config(
          "spark.sql.shuffle.partitions", 2 * Runtime.getRuntime().availableProcessors());
    }
    return new SparkEnvironment(environment, builder.getOrCreate(), true);
  }

  /** A session for another environment on the same running Spark; closing it stops nothing. */
  public SparkEnvironment other(Environment another) {
    SparkSession fresh = session.newSession();
    CatalogSettings.sparkSettings(another)
        .forEach(
            (key, value) -> {
              if (!key.equals(STATIC_SETTING)) {
                fresh.conf().set(key, value);
              }
            });
    fresh.conf().set("spark.sql.datetime.java8API.enabled", true);
    return new SparkEnvironment(another, fresh, false);
  }

  public Environment environment() {
    return environment;
  }

  public SparkSession session() {
    return session;
  }

  @Override
  public void close() {
    if (ownsContext) {
      session.stop();
    }
  }
}
