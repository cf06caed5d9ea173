package dev.arabica.compiler.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** As much of Graphviz' grammar as plans use: it refuses everything else. */
record DotSyntax(Set<String> nodes, List<List<String>> edges, List<String> labels) {
  private static final String STRING = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final String VALUE = "(?:" + STRING + "|[A-Za-z0-9.]+)";
  private static final String ATTRIBUTES =
      "\\[(" + "\\w+=" + VALUE + "(?:, \\w+=" + VALUE + ")*)\\]";
  private static final Pattern GRAPH = Pattern.compile("digraph " + STRING + " \\{");
  private static final Pattern SETTING =
      Pattern.compile("  (\\w+=" + VALUE + "|(node|edge) " + ATTRIBUTES + ");");
  private static final Pattern NODE = Pattern.compile("  " + STRING + " " + ATTRIBUTES + ";");
  private static final Pattern RANK =
      Pattern.compile("  \\{ rank=same; (" + STRING + "; )*" + STRING + "; \\}");
  private static final Pattern EDGE =
      Pattern.compile("  " + STRING + " -> " + STRING + "( " + ATTRIBUTES + ")?;");
  private static final Pattern LABEL = Pattern.compile("\\[label=" + STRING);

  static DotSyntax read(String text) {
    List<String> lines = text.lines().toList();
    require(GRAPH.matcher(lines.get(0)).matches(), lines.get(0));
    require(lines.get(lines.size() - 1).equals("}"), "the end");
    DotSyntax dot = new DotSyntax(new LinkedHashSet<>(), new ArrayList<>(), new ArrayList<>());
    lines.subList(1, lines.size() - 1).forEach(dot::statement);
    return dot;
  }

  private void statement(String line) {
    Matcher node = NODE.matcher(line);
    Matcher edge = EDGE.matcher(line);
    if (node.matches()) {
      require(nodes.add(unescaped(node.group(1))), line);
      Matcher label = LABEL.matcher(line);
      require(label.find(), line);
      labels.add(unescaped(label.group(1)));
    } else if (edge.matches()) {
      edges.add(List.of(unescaped(edge.group(1)), unescaped(edge.group(2))));
    } else {
      require(SETTING.matcher(line).matches() || RANK.matcher(line).matches(), line);
    }
  }

  /** A line of a label ends with {@code \l}. */
  private static String unescaped(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        c = text.charAt(++i);
        require(c == 'l' || c == '"' || c == '\\', text);
        plain.append(c == 'l' ? '\n' : c);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static void require(boolean holds, String where) {
    if (!holds) {
      throw new AssertionError("not as Graphviz wants it: " + where);
    }
  }
}
