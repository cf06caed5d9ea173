package dev.arabica.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One folder that holds everything the platform keeps: {@code warehouse/} (the Iceberg tables and,
 * by default, their catalogue), {@code store/} (the online store), {@code plans/} (the registered
 * plans) and {@code checkpoints/} (of the stream). A file {@code catalog.properties} in it may name
 * another Iceberg catalogue.
 */
public final class Environment {
  private static final String WAREHOUSE = "warehouse";

  private final Path folder;

  private Environment(Path folder) {
    this.folder = folder;
  }

  /**
   * The environment in a folder; what is missing of it is made.
   *
   * @throws TablesException if the folder cannot be made
   */
  public static Environment create(Path folder) {
    Environment environment = new Environment(folder.toAbsolutePath().normalize());
    try {
      Files.createDirectories(environment.warehouse());
      Files.createDirectories(environment.store());
      Files.createDirectories(environment.plansFolder());
      Files.createDirectories(environment.checkpoints());
    } catch (IOException e) {
      throw new TablesException("cannot make the environment `" + folder + "`: " + e, e);
    }
    return environment;
  }

  /**
   * The environment in a folder that already is one.
   *
   * @throws TablesException if it is not
   */
  public static Environment open(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new TablesException("no environment: there is no folder `" + folder + "`");
    }
    if (!Files.isDirectory(folder.resolve(WAREHOUSE))) {
      throw new TablesException(
          "`" + folder + "` is not an environment: it has no folder `" + WAREHOUSE + "`");
    }
    return create(folder);
  }

  public Path folder() {
    return folder;
  }

  public Path warehouse() {
    return folder.resolve(WAREHOUSE);
  }

  /** The online store's folder. */
  public Path store() {
    return folder.resolve("store");
  }

  /** Where the stream keeps its checkpoints. */
  public Path checkpoints() {
    return folder.resolve("checkpoints");
  }

  /** The plans registered here. */
  public PlanRegistry plans() {
    return new PlanRegistry(plansFolder());
  }

  /** The file that may name another catalogue; usually absent. */
  Path catalogFile() {
    return folder.resolve("catalog.properties");
  }

  private Path plansFolder() {
    return folder.resolve("plans");
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
