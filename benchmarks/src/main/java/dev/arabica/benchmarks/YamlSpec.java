package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The same spec as people write such things in YAML: names and clauses as keys, expressions as
 * strings.
 */
record YamlSpec(BigSpec spec) {

  /** Writes a file of YAML for each file of the spec. */
  void write(Path folder) throws IOException {
    for (int file = 0; file < spec.files(); file++) {
      Files.writeString(folder.resolve("file_%03d.yaml".formatted(file)), text(spec.text(file)));
    }
  }

  /** Line by line: what opens a block is a mapping with a name, what stands in it its members. */
  static String text(String feat) {
    StringBuilder yaml = new StringBuilder("declarations:\n");
    for (String line : feat.split("\n")) {
      String code = line.strip();
      if (code.isEmpty() || code.equals("}")) {
        continue;
      }
      String indent = " ".repeat(indentOf(line) * 2);
      if (code.startsWith("//")) {
        yaml.append(indent).append("# ").append(code).append('\n');
      } else if (code.endsWith("{")) {
        String header = code.substring(0, code.length() - 1).strip();
        yaml.append(indent).append("- declare: ").append(quoted(header)).append('\n');
        yaml.append(indent).append("  members:\n");
      } else {
        member(yaml, indent, code);
      }
    }
    return yaml.toString();
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** {@code name = value over windows}, or a keyword and what it is about. */
  private static void member(StringBuilder yaml, String indent, String code) {
    int comment = code.indexOf("  //");
    String statement = comment < 0 ? code : code.substring(0, comment).strip();
    int assign = statement.indexOf(" = ");
    int space = statement.indexOf(' ');
    if (assign < 0) {
      yaml.append(indent).append("- ").append(statement, 0, space).append(": ");
      yaml.append(quoted(statement.substring(space).strip())).append('\n');
      return;
    }
    String value = statement.substring(assign + 3);
    int over = value.indexOf(" over ");
    int where = value.indexOf(" where ");
    int end = where >= 0 ? where : over >= 0 ? over : value.length();
    yaml.append(indent).append("- name: ").append(statement, 0, assign).append('\n');
    yaml.append(indent).append("  value: ").append(quoted(value.substring(0, end))).append('\n');
    if (where >= 0) {
      String filter = value.substring(where + 7, over);
      yaml.append(indent).append("  where: ").append(quoted(filter)).append('\n');
    }
    if (over >= 0) {
      yaml.append(indent).append("  over:\n");
      for (String window : value.substring(over + 6).split(", ")) {
        yaml.append(indent).append("    - ").append(window).append('\n');
      }
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
