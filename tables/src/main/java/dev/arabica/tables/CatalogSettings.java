package dev.arabica.tables;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Which Iceberg catalogue an environment uses, for every engine alike. By default Iceberg's JDBC
 * catalogue on a SQLite file in the warehouse, which many processes on one machine may commit
 * through at once; {@code catalog.properties} in the environment replaces it by PostgreSQL, REST or
 * what else Iceberg knows ({@code type} or {@code catalog-impl}, {@code uri}, {@code warehouse},
 * ...).
 */
public final class CatalogSettings {
  /**
   * The catalogue's name: part of the key under which it stores a table, so the same everywhere.
   */
  public static final String NAME = "arabica";

  private static final String WAREHOUSE = "warehouse";

  private CatalogSettings() {}

  /** Iceberg's own properties of the catalogue. */
  public static Map<String, String> properties(Environment environment) {
    Map<String, String> properties = new TreeMap<>();
    if (Files.exists(environment.catalogFile())) {
      properties.putAll(read(environment.catalogFile()));
    } else {
      properties.put("type", "jdbc");
      properties.put("uri", sqlite(environment.warehouse().resolve("catalog.db")));
      properties.put("jdbc.schema-version", "V1");
    }
    properties.putIfAbsent(WAREHOUSE, environment.warehouse().toString());
    return properties;
  }

  /**
   * What a Spark session needs to use the same catalogue under the same name, and to agree with the
   * rest of the platform on names (case matters) and time (UTC).
   */
  public static Map<String, String> sparkSettings(Environment environment) {
    Map<String, String> settings = new TreeMap<>();
    String catalog = "spark.sql.catalog." + NAME;
    settings.put(
        "spark.sql.extensions",
        "org.apache.iceberg.spark.extensions.IcebergSparkSessionExtensions");
    settings.put(catalog, "org.apache.iceberg.spark.SparkCatalog");
    properties(environment).forEach((key, value) -> settings.put(catalog + "." + key, value));
    // A cached table would hide what other processes have committed.
    settings.put(catalog + ".cache-enabled", "false");
    settings.put("spark.sql.caseSensitive", "true");
    settings.put("spark.sql.session.timeZone", "UTC");
    return settings;
  }

  private static String sqlite(Path file) {
    return "jdbc:sqlite:"
        + file
        + "?busy_timeout=60000&journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE";
  }

  private static Map<String, String> read(Path file) {
    Properties lines = new Properties();
    try (Reader text = Files.newBufferedReader(file)) {
      lines.load(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new TablesException("cannot read `" + file + "`: " + e.getMessage(), e);
    }
    if (!lines.containsKey("type") && !lines.containsKey("catalog-impl")) {
      throw new TablesException("`" + file + "` names neither `type` nor `catalog-impl`");
    }
    Map<String, String> properties = new TreeMap<>();
    lines.forEach((key, value) -> properties.put((String) key, (String) value));
    return properties;
  }
}
