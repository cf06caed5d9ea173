package dev.arabica.compiler.report;

import dev.arabica.compiler.report.GraphLayout.Cell;
import dev.arabica.core.plan.Plan;
import java.util.stream.Collectors;

/** A plan as a picture, laid out here so that it needs no tool; light and dark as the viewer is. */
public final class SvgText {
  private static final String STYLE =
      """
      <style>
        svg { --paper: #ffffff; --ink: #1f2328; --faint: #656d76; --box: #f6f8fa; --line: #8c959f; }
        svg { --source: #0969da; --view: #1b7c83; --pack: #9a6700; --group: #1a7f37; }
        svg { --snapshot: #0969da; --request: #656d76; --feature_set: #8250df; --model: #cf222e; }
        @media (prefers-color-scheme: dark) {
          svg { --paper: #0d1117; --ink: #e6edf3; --faint: #8d96a0; --box: #161b22; --line: #6e7681; }
          svg { --source: #4493f8; --view: #39c5cf; --pack: #d29922; --group: #3fb950; }
          svg { --snapshot: #4493f8; --request: #8d96a0; --feature_set: #ab7df8; --model: #f85149; }
        }
        text { font: %dpx ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; white-space: pre; }
        text { fill: var(--ink); }
        .name { font-weight: bold; }
        .kind, .column { fill: var(--faint); }
        .paper { fill: var(--paper); }
        .box { fill: var(--box); stroke: var(--line); }
        .edge { fill: none; stroke: var(--line); stroke-width: 1.3; }
        .aside { stroke-dasharray: 5 4; }
        .head { fill: var(--line); }
      </style>
      """
          .formatted(TextMeasure.FONT);

  private final PlanGraph graph;
  private final GraphLayout layout;
  private final StringBuilder svg = new StringBuilder();

  private SvgText(PlanGraph graph) {
    this.graph = graph;
    this.layout = GraphLayout.of(graph, new TextMeasure());
  }

  /** As for {@link PlanText#of(Plan, Plan)}. */
  public static String of(Plan shown, Plan whole) {
    return new SvgText(GraphBuilder.of(shown, whole)).draw();
  }

  private String draw() {
    String size = "width=\"%d\" height=\"%d\"".formatted(layout.width(), layout.height());
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ").append(size);
    svg.append(" viewBox=\"0 0 %d %d\">\n".formatted(layout.width(), layout.height()));
    svg.append("<title>").append(escaped(graph.title())).append("</title>\n").append(STYLE);
    svg.append("<rect class=\"paper\" ").append(size).append("/>\n");
    for (int layer = 0; layer < layout.columns(); layer++) {
      header(layer);
    }
    layout.routes().forEach(this::edge);
    layout.boxes().forEach(this::box);
    return svg.append("</svg>").toString();
  }

  /** What stands in a column. */
  private void header(int layer) {
    String words =
        layout.column(layer).stream()
            .filter(cell -> cell.node != null)
            .map(cell -> cell.node.kind().word().replace('_', ' ') + "s")
            .distinct()
            .collect(Collectors.joining(", "));
    text("column", layout.left(layer), TextMeasure.LINE + TextMeasure.PADDING, words);
  }

  private void edge(GraphLayout.Route route) {
    int[] y = route.heights();
    int x = layout.right(route.from().layer);
    StringBuilder path = new StringBuilder("M%d %d".formatted(x, y[0]));
    for (int i = 1; i < y.length; i++) {
      int layer = route.cells().get(i).layer;
      int to = layout.left(layer);
      int between = (x + to) / 2;
      path.append(" C%d %d %d %d %d %d".formatted(between, y[i - 1], between, y[i], to, y[i]));
      x = layout.right(layer);
      path.append(i < y.length - 1 ? " H" + x : "");
    }
    String kind = route.edge().aside() ? "edge aside" : "edge";
    svg.append("<path class=\"%s\" d=\"%s\"/>\n".formatted(kind, path));
    String tip = "M%d %d".formatted(layout.left(route.to().layer), y[y.length - 1]);
    svg.append("<path class=\"head\" d=\"%s l-8 -4 v8 z\"/>\n".formatted(tip));
  }

  private void box(Cell cell) {
    PlanGraph.Node node = cell.node;
    int x = layout.left(cell.layer);
    int y = (int) Math.floor(cell.top());
    int width = layout.right(cell.layer) - x;
    svg.append("<g><title>").append(escaped(node.id())).append("</title>\n");
    svg.append(
        "<rect class=\"box\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\"/>\n"
            .formatted(x, y, width, cell.height));
    svg.append(
        "<rect style=\"fill:var(--%s)\" x=\"%d\" y=\"%d\" width=\"4\" height=\"%d\" rx=\"2\"/>\n"
            .formatted(node.kind().word(), x, y, cell.height));
    int left = x + TextMeasure.PADDING;
    int line = y + TextMeasure.LINE;
    text("name", left, line, node.title());
    int kind = (int) Math.ceil(TextMeasure.width(node.title() + "  "));
    text("kind", left + kind, line, node.kind().word());
    for (String more : node.lines()) {
      line += TextMeasure.LINE;
      text("line", left, line, more);
    }
    svg.append("</g>\n");
  }

  private void text(String kind, int x, int y, String text) {
    svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\">".formatted(kind, x, y));
    svg.append(escaped(text)).append("</text>\n");
  }

  /** For XML: what a name may hold beyond it cannot stand in a document at all. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c >= ' ' && !(c >= 0xD800 && c <= 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
  }
}
