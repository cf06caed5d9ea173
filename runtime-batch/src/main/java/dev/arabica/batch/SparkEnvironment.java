package dev.arabica.batch;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session for an environment: its catalogue under the name {@code arabica}, times in UTC
 * and as {@code java.time}, quiet. To be closed.
 */
public final class SparkEnvironment implements AutoCloseable {
  /** Two local threads. */
  public static final String DEFAULT_MASTER = "local[2]";

  private static final String CATALOG = "spark.sql.catalog.arabica";

  private final SparkSession session;

  private SparkEnvironment(SparkSession session) {
    this.session = session;
  }

  /**
   * Starts a session.
   *
   * @param environment the environment's folder
   * @param master a Spark master; the folder must be reachable from its workers by the same path
   */
  public static SparkEnvironment start(Path environment, String master) {
    Path warehouse = environment.toAbsolutePath().normalize().resolve("warehouse");
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("arabica")
            .master(master)
            .config("spark.ui.enabled", false)
            .config("spark.ui.showConsoleProgress", false)
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", true)
            .config("spark.sql.shuffle.partitions", shufflePartitions(master))
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", false)
            .config("spark.sql.warehouse.dir", warehouse.resolve(".spark").toUri().toString())
            .config(CATALOG, "org.apache.iceberg.spark.SparkCatalog")
            .config(CATALOG + ".type", "jdbc");
    if (isLocal(master)) {
      builder.config("spark.driver.host", "127.0.0.1");
      builder.config("spark.driver.bindAddress", "127.0.0.1");
    }
    return new SparkEnvironment(builder.getOrCreate());
  }

  public SparkSession session() {
    return session;
  }

  /** Few where few can run at once; adaptive execution joins what turns out small. */
  private static int shufflePartitions(String master) {
    return isLocal(master) ? 2 * Runtime.getRuntime().availableProcessors() : 200;
  }

  private static boolean isLocal(String master) {
    return master.startsWith("local");
  }

  @Override
  public void close() {
    session.stop();
  }
}
