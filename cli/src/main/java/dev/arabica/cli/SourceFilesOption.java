package dev.arabica.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** {@code --events SOURCE=FILE}, as often as there are files. */
public final class SourceFilesOption {
  @Option(
      names = "--events",
      paramLabel = "SOURCE=FILE",
      description = "Events of a source: CSV or JSON Lines, gzip'd or not. Give it for each file.")
  private List<String> events = List.of();

  /** The files of each source, by the source's name as typed. */
  public Map<String, List<Path>> bySource() {
    return byName(events, "--events", "SOURCE");
  }

  /**
   * The files of pairs such as {@code views=views.csv}, by name.
   *
   * @param option for an error, and {@code what} its names are of
   */
  static Map<String, List<Path>> byName(List<String> pairs, String option, String what) {
    Map<String, List<Path>> files = new LinkedHashMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals < 1 || equals == pair.length() - 1) {
        throw new IllegalArgumentException(option + " takes " + what + "=FILE, not `" + pair + "`");
      }
      files
          .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
          .add(Path.of(pair.substring(equals + 1)));
    }
    return files;
  }
}
