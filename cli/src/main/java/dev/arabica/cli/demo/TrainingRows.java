package dev.arabica.cli.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a training set written as JSON Lines back as the JSON text of each value. */
final class TrainingRows {
  private static final JsonFactory JSON = new JsonFactory();

  private TrainingRows() {}

  /** The named columns of every row, in the order of the set. */
  static List<List<String>> read(Path folder, List<Type.Field> columns) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder)) {
      for (Path part :
          parts.filter(p -> p.getFileName().toString().startsWith("part-")).sorted().toList()) {
        for (String line : Files.readAllLines(part)) {
          rows.add(row(line, columns));
        }
      }
    }
    return rows;
  }

  private static List<String> row(String line, List<Type.Field> columns) throws IOException {
    Map<String, String> members = new HashMap<>();
    try (JsonParser in = JSON.createParser(line)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        members.put(name, text(in, line));
      }
    }
    return columns.stream()
        .map(column -> members.getOrDefault(column.name(), "(no column)"))
        .toList();
  }

  /** The text of the value at hand, as it stands in the line. */
  private static String text(JsonParser in, String line) throws IOException {
    int start = (int) in.currentTokenLocation().getCharOffset();
    in.skipChildren();
    if (in.currentToken().isScalarValue()) {
      in.finishToken();
    }
    return line.substring(start, (int) in.currentLocation().getCharOffset());
  }
}
