package dev.arabica.compiler.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text for people: blocks of labelled lines, broken at {@link #WIDTH} where they can be. A block
 * begins with its heading; what belongs to it is indented.
 */
final class Paper {
  private static final int WIDTH = 100;
  private static final int INDENT = 2;
  private static final int LABEL = 10;

  private final StringBuilder text = new StringBuilder();

  /** A line of its own, after an empty one unless it is the first. */
  void heading(String line) {
    if (text.length() > 0) {
      text.append('\n');
    }
    wrap(List.of(line.split("(?<=,) ")), "", " ".repeat(2 * INDENT));
  }

  /** Items separated by commas. */
  void list(List<String> items) {
    wrap(separated(items), "", "");
  }

  /** A line as it is. */
  void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  void labelled(String label, String content) {
    line(label(label) + content);
  }

  /** Items behind a label, separated by commas. */
  void labelled(String label, List<String> items) {
    wrap(separated(items), label(label), " ".repeat(INDENT + LABEL));
  }

  private static List<String> separated(List<String> items) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      parts.add(items.get(i) + (i < items.size() - 1 ? "," : ""));
    }
    return parts;
  }

  /** Text behind a label, broken between its words. */
  void words(String label, String content) {
    wrap(List.of(content.split(" ")), label(label), " ".repeat(INDENT + LABEL));
  }

  /** A name in a list, with what is said of it. */
  void item(String name, String text) {
    String line = name + (text.isEmpty() ? "" : ": " + text);
    wrap(List.of(line.split(" ")), " ".repeat(INDENT), " ".repeat(3 * INDENT));
  }

  /** More on the item above. */
  void detail(String text) {
    wrap(List.of(text.split(" ")), " ".repeat(3 * INDENT), " ".repeat(5 * INDENT));
  }

  /** A line of a list whose mark tells it from others. */
  void marked(String mark, String text) {
    wrap(List.of(text.split(" ")), mark + " ", " ".repeat(3 * INDENT));
  }

  /** Rows behind a label, their columns aligned. */
  void table(String label, List<List<String>> rows) {
    String start = label(label);
    for (String row : TextTable.of(rows)) {
      line(start + row);
      start = " ".repeat(INDENT + LABEL);
    }
  }

  private static String label(String label) {
    return " ".repeat(INDENT) + String.format("%-" + (LABEL - 1) + "s ", label);
  }

  private void wrap(List<String> parts, String first, String next) {
    StringBuilder line = new StringBuilder(first);
    boolean empty = true;
    for (String part : parts) {
      if (!empty && line.length() + 1 + part.length() > WIDTH) {
        line(line.toString());
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(part);
      empty = false;
    }
    line(line.toString());
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing();
  }
}
