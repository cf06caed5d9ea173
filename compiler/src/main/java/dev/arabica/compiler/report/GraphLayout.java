package dev.arabica.compiler.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Places the boxes of a graph in columns, one for each layer. An arrow that passes a column gets a
 * lane of its own there, so that no arrow runs over a box.
 *
 * <p>After Sugiyama: lanes, then an order within each column that crosses few arrows, then heights
 * that keep arrows flat.
 */
final class GraphLayout {
  private static final int COLUMN_GAP = 72;
  private static final int ROW_GAP = 16;
  private static final int LANE = 6;
  private static final int MARGIN = 20;
  private static final int HEADER = 28;
  private static final int SWEEPS = 12;

  private final List<List<Cell>> columns = new ArrayList<>();
  private final Map<String, Cell> boxes = new LinkedHashMap<>();
  private final List<Route> routes = new ArrayList<>();
  private final List<Integer> lefts = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();

  private GraphLayout() {}

  /** A place in a column: a box, or a lane. */
  static final class Cell {
    final PlanGraph.Node node;
    final int layer;
    final int height;
    final List<Cell> before = new ArrayList<>();
    final List<Cell> after = new ArrayList<>();
    double middle;

    private Cell(PlanGraph.Node node, int layer, int height) {
      this.node = node;
      this.layer = layer;
      this.height = height;
    }

    double top() {
      return middle - height / 2.0;
    }

    double bottom() {
      return middle + height / 2.0;
    }
  }

  /** The cells that an arrow passes, from box to box, and the heights at which it does. */
  record Route(PlanGraph.Edge edge, List<Cell> cells, int[] heights) {
    Cell from() {
      return cells.get(0);
    }

    Cell to() {
      return cells.get(cells.size() - 1);
    }
  }

  static GraphLayout of(PlanGraph graph, TextMeasure measure) {
    GraphLayout layout = new GraphLayout();
    layout.addBoxes(graph, measure);
    graph.edges().forEach(layout::addRoute);
    layout.order();
    layout.place();
    return layout;
  }

  List<Cell> boxes() {
    return List.copyOf(boxes.values());
  }

  List<Route> routes() {
    return routes;
  }

  int columns() {
    return columns.size();
  }

  List<Cell> column(int layer) {
    return columns.get(layer);
  }

  int left(int layer) {
    return lefts.get(layer);
  }

  int right(int layer) {
    return lefts.get(layer) + widths.get(layer);
  }

  int width() {
    return columns.isEmpty() ? 2 * MARGIN : right(columns.size() - 1) + MARGIN;
  }

  int height() {
    double bottom = boxes.values().stream().mapToDouble(Cell::bottom).max().orElse(HEADER);
    return (int) Math.ceil(bottom) + MARGIN;
  }

  private void addBoxes(PlanGraph graph, TextMeasure measure) {
    for (PlanGraph.Node node : graph.nodes()) {
      while (columns.size() <= node.layer()) {
        columns.add(new ArrayList<>());
        widths.add(0);
      }
      Cell cell = new Cell(node, node.layer(), measure.height(node));
      columns.get(node.layer()).add(cell);
      widths.set(node.layer(), Math.max(widths.get(node.layer()), measure.width(node)));
      boxes.put(node.id(), cell);
    }
    int left = MARGIN;
    for (int width : widths) {
      lefts.add(left);
      left += width + COLUMN_GAP;
    }
  }

  private void addRoute(PlanGraph.Edge edge) {
    Cell from = boxes.get(edge.from());
    Cell to = boxes.get(edge.to());
    List<Cell> cells = new ArrayList<>(List.of(from));
    for (int layer = from.layer + 1; layer < to.layer; layer++) {
      Cell lane = new Cell(null, layer, LANE);
      columns.get(layer).add(lane);
      cells.add(lane);
    }
    cells.add(to);
    for (int i = 1; i < cells.size(); i++) {
      cells.get(i - 1).after.add(cells.get(i));
      cells.get(i).before.add(cells.get(i - 1));
    }
    routes.add(new Route(edge, List.copyOf(cells), new int[cells.size()]));
  }

  /** Moves every cell to the middle of its neighbours, column by column, there and back. */
  private void order() {
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forwards = sweep % 2 == 0;
      for (int i = 0; i < columns.size(); i++) {
        List<Cell> column = columns.get(forwards ? i : columns.size() - 1 - i);
        Map<Cell, Double> wanted = new HashMap<>();
        for (int at = 0; at < column.size(); at++) {
          Cell cell = column.get(at);
          List<Cell> neighbours = forwards ? cell.before : cell.after;
          wanted.put(cell, neighbours.stream().mapToInt(this::position).average().orElse(at));
        }
        column.sort(Comparator.comparing(wanted::get));
      }
    }
  }

  private int position(Cell cell) {
    return columns.get(cell.layer).indexOf(cell);
  }

  private void place() {
    for (List<Cell> column : columns) {
      Heights.stack(column, ROW_GAP);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean forwards = sweep % 2 == 0;
      for (int i = 0; i < columns.size(); i++) {
        List<Cell> column = columns.get(forwards ? i : columns.size() - 1 - i);
        Heights.level(column, ROW_GAP, forwards);
      }
    }
    double top = boxes.values().stream().mapToDouble(Cell::top).min().orElse(0);
    double lanes = lanes().mapToDouble(Cell::top).min().orElse(top);
    double shift = MARGIN + HEADER - Math.min(top, lanes);
    columns.forEach(column -> column.forEach(cell -> cell.middle = Math.rint(cell.middle + shift)));
    Ports.assign(routes);
  }

  private Stream<Cell> lanes() {
    return columns.stream().flatMap(List::stream).filter(cell -> cell.node == null);
  }
}
