package dev.arabica.compiler.report;

import dev.arabica.compiler.report.GraphLayout.Cell;
import java.util.ArrayList;
import java.util.List;

/** The heights of the cells of one column, which keep their order and a gap between them. */
final class Heights {
  private Heights() {}

  /** One below the other. */
  static void stack(List<Cell> column, int gap) {
    double top = 0;
    for (Cell cell : column) {
      cell.middle = top + cell.height / 2.0;
      top += cell.height + gap;
    }
  }

  /**
   * Moves every cell as near as can be to the mean height of its neighbours: the least squares
   * under the order, found by pooling neighbours that would collide.
   */
  static void level(List<Cell> column, int gap, boolean towardsBefore) {
    double[] offsets = offsets(column, gap);
    List<Pool> pools = new ArrayList<>();
    for (int i = 0; i < column.size(); i++) {
      pools.add(new Pool(1, wanted(column.get(i), towardsBefore) - offsets[i]));
      while (pools.size() > 1 && pools.get(pools.size() - 2).mean > last(pools).mean) {
        Pool lower = pools.remove(pools.size() - 1);
        pools.set(pools.size() - 1, last(pools).with(lower));
      }
    }
    int at = 0;
    for (Pool pool : pools) {
      for (int i = 0; i < pool.cells; i++, at++) {
        column.get(at).middle = pool.mean + offsets[at];
      }
    }
  }

  /** Cells that stand as close as the gap allows, and where they want to be on average. */
  private record Pool(int cells, double mean) {
    Pool with(Pool other) {
      int all = cells + other.cells;
      return new Pool(all, (mean * cells + other.mean * other.cells) / all);
    }
  }

  private static Pool last(List<Pool> pools) {
    return pools.get(pools.size() - 1);
  }

  /** The height of each cell's middle if the column were stacked. */
  private static double[] offsets(List<Cell> column, int gap) {
    double[] offsets = new double[column.size()];
    double top = 0;
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = top + column.get(i).height / 2.0;
      top += column.get(i).height + gap;
    }
    return offsets;
  }

  private static double wanted(Cell cell, boolean towardsBefore) {
    List<Cell> neighbours = towardsBefore ? cell.before : cell.after;
    return neighbours.stream().mapToDouble(other -> other.middle).average().orElse(cell.middle);
  }
}
