package dev.arabica.testkit;

import dev.arabica.core.agg.Rep;
import dev.arabica.core.time.Window;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The blocks of a ladder of random sizes: events go into the least by their time, those are rolled
 * up into coarser ones, some are stored as bytes, late events correct what is there already, and a
 * window is put together from a random cover of it.
 */
final class Ladders {
  private static final int MOST_LEVELS = 4;
  private static final int MOST_BLOCKS = 40;

  private final AggregateUnderTest subject;
  private final Draw draw;
  private final List<Sample> samples;
  private final long[] sizes;
  private final List<Map<Long, Block>> levels = new ArrayList<>();

  /**
   * @param samples not none of them
   */
  Ladders(AggregateUnderTest subject, Draw draw, List<Sample> samples) {
    this.subject = subject;
    this.draw = draw;
    this.samples = samples;
    this.sizes = new long[1 + draw.below(MOST_LEVELS)];
    sizes[0] = 1 + (last() - first()) / (1 + draw.below(MOST_BLOCKS));
    levels.add(new TreeMap<>());
    for (int level = 1; level < sizes.length; level++) {
      sizes[level] = sizes[level - 1] * (2 + draw.below(3));
      levels.add(new TreeMap<>());
    }
  }

  /** A block that is held as a rep or as bytes, by chance. */
  private final class Block {
    private Rep rep;
    private byte[] bytes;

    Block() {
      put(subject.identity());
    }

    void put(Rep value) {
      boolean stored = draw.coin();
      rep = stored ? null : value;
      bytes = stored ? subject.encode(value) : null;
    }

    /** The rep, to be changed and put back. */
    Rep take() {
      return rep == null ? subject.decode(bytes) : rep;
    }

    void combineInto(Rep target) {
      if (rep == null) {
        subject.combineEncoded(target, bytes);
      } else {
        subject.combine(target, rep);
      }
    }
  }

  private long first() {
    return samples.stream().mapToLong(Sample::eventTime).min().orElseThrow();
  }

  private long last() {
    return samples.stream().mapToLong(Sample::eventTime).max().orElseThrow();
  }

  /** Events in the order in which they come: up to somewhere in time, and from there on late. */
  void build() {
    List<Sample> arriving = draw.shuffled(samples);
    int late = draw.below(arriving.size() + 1);
    arriving.subList(0, late).forEach(this::takeIn);
    for (int level = 1; level < sizes.length; level++) {
      rollUp(level);
    }
    arriving.subList(late, arriving.size()).forEach(this::correct);
  }

  private Block block(int level, long time) {
    return levels
        .get(level)
        .computeIfAbsent(Window.floor(time, sizes[level]), start -> new Block());
  }

  private void takeIn(Sample sample) {
    Block block = block(0, sample.eventTime());
    Rep rep = block.take();
    subject.add(rep, sample);
    block.put(rep);
  }

  private void rollUp(int level) {
    levels.get(level - 1).forEach((start, child) -> combineInto(block(level, start), child));
  }

  private void combineInto(Block parent, Block child) {
    Rep rep = parent.take();
    child.combineInto(rep);
    parent.put(rep);
  }

  /** A coarser block is corrected by the event alone, or rolled up anew. */
  private void correct(Sample sample) {
    takeIn(sample);
    for (int level = 1; level < sizes.length; level++) {
      Block parent = block(level, sample.eventTime());
      if (draw.coin()) {
        Rep rep = parent.take();
        subject.combine(rep, subject.repOf(List.of(sample)));
        parent.put(rep);
      } else {
        parent.put(combined(children(level, sample.eventTime())));
      }
    }
  }

  private List<Block> children(int level, long time) {
    long start = Window.floor(time, sizes[level]);
    List<Block> children = new ArrayList<>();
    for (long child = start; child < start + sizes[level]; child += sizes[level - 1]) {
      addIfThere(level - 1, child, children);
    }
    return children;
  }

  private void addIfThere(int level, long start, List<Block> blocks) {
    Block block = levels.get(level).get(start);
    if (block != null) {
      blocks.add(block);
    }
  }

  private Rep combined(List<Block> blocks) {
    Rep rep = subject.identity();
    blocks.forEach(block -> block.combineInto(rep));
    return rep;
  }

  /** A window of whole blocks, which holds some of the events, or all, or none. */
  Window window() {
    long from = Window.floor(first(), sizes[0]);
    int blocks = (int) ((last() - from) / sizes[0]) + 1;
    int lo = draw.below(blocks + 1);
    int hi = draw.below(blocks + 1);
    return draw.below(3) == 0
        ? new Window(from, from + blocks * sizes[0])
        : new Window(from + Math.min(lo, hi) * sizes[0], from + Math.max(lo, hi) * sizes[0]);
  }

  List<Sample> samples(Window window) {
    return samples.stream()
        .filter(s -> window.lo() <= s.eventTime() && s.eventTime() < window.hi())
        .toList();
  }

  /** The rep of a window, from a random cover in random order. */
  Rep assemble(Window window) {
    int top = sizes.length - 1;
    List<Block> cover = new ArrayList<>();
    for (long s = Window.floor(window.lo(), sizes[top]); s < window.hi(); s += sizes[top]) {
      cover(top, s, window, cover);
    }
    Collections.shuffle(cover, draw.random());
    return combined(cover);
  }

  private void cover(int level, long start, Window window, List<Block> cover) {
    long end = start + sizes[level];
    if (start >= window.hi() || end <= window.lo()) {
      return;
    }
    boolean whole = window.lo() <= start && end <= window.hi();
    if (level == 0 || whole && draw.coin()) {
      addIfThere(level, start, cover);
      return;
    }
    for (long child = start; child < end; child += sizes[level - 1]) {
      cover(level - 1, child, window, cover);
    }
  }
}
