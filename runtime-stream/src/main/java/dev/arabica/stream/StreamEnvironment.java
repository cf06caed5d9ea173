package dev.arabica.stream;

import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;
import java.io.Serializable;
import java.nio.file.Path;

/** The environment that a job works in, in a form that Flink can ship: its folder. */
record StreamEnvironment(String folder) implements Serializable {

  static StreamEnvironment of(Environment environment) {
    return new StreamEnvironment(environment.folder().toString());
  }

  Environment open() {
    return Environment.open(Path.of(folder));
  }

  /** The tables, for the task that opens them. */
  Tables openTables() {
    return Tables.open(open());
  }
}
