package dev.arabica.compiler.report;

import dev.arabica.core.plan.Plan;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A plan in the language of Graphviz. */
public final class DotText {
  private DotText() {}

  /** As for {@link PlanText#of(Plan, Plan)}. */
  public static String of(Plan shown, Plan whole) {
    PlanGraph graph = GraphBuilder.of(shown, whole);
    StringBuilder text = new StringBuilder();
    text.append("digraph ").append(quoted(graph.title())).append(" {\n");
    text.append("  rankdir=LR;\n  nodesep=0.3;\n  ranksep=0.8;\n");
    text.append("  node [shape=box, style=rounded, fontname=\"monospace\", fontsize=10];\n");
    text.append("  edge [arrowsize=0.7];\n");
    graph.nodes().forEach(node -> text.append("  ").append(node(node)).append(";\n"));
    graph.nodes().stream()
        .collect(Collectors.groupingBy(PlanGraph.Node::layer, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(layer -> text.append("  ").append(sameRank(layer)).append("\n"));
    graph.edges().forEach(edge -> text.append("  ").append(edge(edge)).append(";\n"));
    return text.append("}").toString();
  }

  private static String node(PlanGraph.Node node) {
    StringBuilder label = new StringBuilder();
    label.append(escaped(node.kind().word() + " " + node.title())).append("\\l");
    node.lines().forEach(line -> label.append(escaped(line)).append("\\l"));
    return quoted(node.id()) + " [label=\"" + label + "\"" + shape(node.kind()) + "]";
  }

  private static String shape(PlanGraph.Kind kind) {
    return switch (kind) {
      case SOURCE, SNAPSHOT -> ", shape=cylinder, style=solid";
      case VIEW, REQUEST -> ", style=\"rounded,dashed\"";
      case PACK -> ", shape=box3d, style=solid";
      case GROUP -> "";
      case FEATURE_SET, MODEL -> ", style=\"rounded,bold\"";
    };
  }

  private static String sameRank(List<PlanGraph.Node> layer) {
    return layer.stream()
        .map(node -> quoted(node.id()) + ";")
        .collect(Collectors.joining(" ", "{ rank=same; ", " }"));
  }

  private static String edge(PlanGraph.Edge edge) {
    String style = edge.aside() ? " [style=dashed]" : "";
    return quoted(edge.from()) + " -> " + quoted(edge.to()) + style;
  }

  private static String quoted(String text) {
    return "\"" + escaped(text) + "\"";
  }

  /** A backslash would begin an escape of Graphviz's own. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
