package dev.arabica.benchmarks.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is looked up: keys with the events of their last twelve blocks of five minutes. */
public final class Tiles {
  public static final int BLOCKS = 12;

  /** In microseconds. */
  public static final long BLOCK_SIZE = 300_000_000L;

  /** The windows in blocks, nearest first; all end where the last block ends. */
  private static final int[] WINDOWS = {3, 6, 12};

  private static final int MOST_EVENTS = 39;

  private final List<Events> blocks = new ArrayList<>();

  private Tiles() {}

  public static Tiles measured() {
    return of(1, 1_000);
  }

  public static Tiles of(long seed, int keys) {
    Tiles tiles = new Tiles();
    Draws draws = new Draws(seed);
    for (int key = 0; key < keys; key++) {
      for (int block = 0; block < BLOCKS; block++) {
        int size = 1 + draws.below(MOST_EVENTS);
        Events events = Events.of(draws.next(), 1, size, start(block));
        Arrays.fill(events.key, Events.keyOf(key));
        tiles.blocks.add(events);
      }
    }
    return tiles;
  }

  public int keys() {
    return blocks.size() / BLOCKS;
  }

  /** The events of a block, at least one; block 0 is the oldest. */
  public Events events(int key, int block) {
    return blocks.get(key * BLOCKS + block);
  }

  /** How many blocks all keys have. */
  public int blocks() {
    return blocks.size();
  }

  /** The events of a block of any key: first come all those of the first key. */
  public Events events(int block) {
    return blocks.get(block);
  }

  /** When a block starts, in microseconds since the epoch. */
  public static long start(int block) {
    return Events.START + block * BLOCK_SIZE;
  }

  public static int windows() {
    return WINDOWS.length;
  }

  /** How many blocks a window has. */
  public static int blocksOf(int window) {
    return WINDOWS[window];
  }

  /** The truth for each window of a key. */
  public List<Answer> answers(int key) {
    List<Answer> answers = new ArrayList<>();
    for (int window : WINDOWS) {
      int from = key * BLOCKS + BLOCKS - window;
      answers.add(Answer.of(Events.concat(blocks.subList(from, from + window))));
    }
    return answers;
  }
}
