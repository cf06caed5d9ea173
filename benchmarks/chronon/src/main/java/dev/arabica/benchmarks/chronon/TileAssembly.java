package dev.arabica.benchmarks.chronon;

import ai.chronon.aggregator.row.RowAggregator;
import ai.chronon.online.TileCodec;
import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.harness.Work;
import java.util.List;

/**
 * Lookups from tiles of Chronon's {@code TileCodec}, merged as its {@code SawtoothOnlineAggregator}
 * does: each column, which is an aggregate of a window, takes the tiles that lie in its window.
 */
final class TileAssembly implements Work {
  private final TileCodec codec = FiveAggregates.codec();
  private final RowAggregator aggregator = codec.windowedRowAggregator();
  private final int columns = aggregator.length();
  private final byte[][][] tiles;

  /** The first block in the window of a column. */
  private final int[] first = new int[columns];

  private TileAssembly(Tiles of) {
    tiles = new byte[of.keys()][Tiles.BLOCKS][];
    for (int key = 0; key < tiles.length; key++) {
      for (int block = 0; block < Tiles.BLOCKS; block++) {
        tiles[key][block] = tile(of.events(key, block));
      }
    }
    for (int column = 0; column < columns; column++) {
      first[column] = Tiles.BLOCKS - Tiles.blocksOf(column % Tiles.windows());
    }
  }

  /**
   * @throws IllegalStateException if its answer for any key is wrong
   */
  static TileAssembly checked(Tiles tiles) {
    TileAssembly assembly = new TileAssembly(tiles);
    for (int key = 0; key < tiles.keys(); key++) {
      Object[] finished = assembly.lookup(key);
      List<Answer> answers = tiles.answers(key);
      for (int window = 0; window < Tiles.windows(); window++) {
        answers.get(window).check(FiveAggregates.answer(finished, window, Tiles.windows()));
      }
    }
    return assembly;
  }

  private byte[] tile(Events events) {
    Object[] state = codec.rowAggregator().init();
    for (EventRow row : EventRow.all(events)) {
      codec.rowAggregator().update(state, row);
    }
    return codec.makeTileIr(state, true);
  }

  @Override
  public int operations() {
    return tiles.length;
  }

  @Override
  public Object run() {
    long sum = 0;
    for (int key = 0; key < tiles.length; key++) {
      for (Object value : lookup(key)) {
        sum += (Long) value;
      }
    }
    return sum;
  }

  private Object[] lookup(int key) {
    Object[] state = aggregator.init();
    for (int block = 0; block < Tiles.BLOCKS; block++) {
      merge(state, codec.decodeTileIr(tiles[key][block])._1(), block);
    }
    return aggregator.finalize(state);
  }

  private void merge(Object[] state, Object[] tile, int block) {
    for (int column = 0; column < columns; column++) {
      if (block >= first[column]) {
        state[column] = aggregator.apply(column).merge(state[column], tile[column]);
      }
    }
  }
}
