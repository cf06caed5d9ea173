package dev.arabica.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that every command on an environment has. */
public final class EnvironmentOption {
  @Option(
      names = "--env",
      paramLabel = "DIR",
      defaultValue = ".arabica",
      description =
          "The environment's folder: tables, online store, plans. Default: ${DEFAULT-VALUE}.")
  private Path folder;

  public Path folder() {
    return folder;
  }
}
