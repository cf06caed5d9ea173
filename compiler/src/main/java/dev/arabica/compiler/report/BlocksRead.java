package dev.arabica.compiler.report;

import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many blocks the windows of one pack are made of, at worst: at any time of the day and with
 * the watermark anywhere behind it, when a repair that runs every hour seals what is settled.
 *
 * <p>Windows of one lookup end together, so they are nested: a block is read once, and the edges of
 * the shorter windows split the covers of the longer ones.
 */
final class BlocksRead {
  /** How often hours are sealed; until then their small blocks are read. */
  static final long SEALED_EVERY = Instants.MICROS_PER_HOUR;

  /** A watermark that is further behind only shortens the windows. */
  private static final long MOST_BEHIND = Instants.MICROS_PER_HOUR;

  private final Map<Question, Long> answers = new HashMap<>();

  /** The extent of one window, as the plan gives it. */
  record Extent(long length, long step, Window.Anchor anchor) {
    boolean isEver() {
      return length == Window.EVER;
    }
  }

  /**
   * What is asked about a pack.
   *
   * @param lateMicros how long after its end the stream still corrects a block
   * @param open whether the growing block is read, and what the watermark has not reached
   */
  record Question(Ladder ladder, long lateMicros, boolean open, Set<Extent> windows) {
    Question {
      windows = Set.copyOf(windows);
    }
  }

  /** The most blocks that one lookup of all these windows reads. */
  long atMost(Question question) {
    return answers.computeIfAbsent(question, BlocksRead::worst);
  }

  private static long worst(Question question) {
    List<Long> sizes = question.ladder().sizes();
    long base = question.ladder().baseSize();
    long coarsest = sizes.get(sizes.size() - 1);
    // Far from the epoch, so that no window reaches it.
    long noon = coarsest * 1_000;
    long most = 0;
    for (long time = noon; time < noon + coarsest; time += base) {
      for (long behind = 0; behind <= MOST_BEHIND; behind += base) {
        most = Math.max(most, at(question, time, time - behind));
      }
    }
    return most;
  }

  /** The blocks of one lookup; both times are multiples of the base size. */
  private static long at(Question question, long time, long watermark) {
    Ladder ladder = question.ladder();
    long sealed = sealedBefore(watermark, question.lateMicros());
    long reached = question.open() ? time + ladder.baseSize() : watermark;
    long blocks = 0;
    for (long edge : farEdges(question, time, watermark, sealed)) {
      blocks += BlockCount.of(Math.min(edge, reached), reached, ladder, sealed);
      reached = Math.min(edge, reached);
    }
    boolean ever = question.windows().stream().anyMatch(Extent::isEver);
    return blocks + (ever ? 1 : 0);
  }

  /**
   * Where the windows begin, nearest first. A lifetime's own block ends with the last sealed day.
   */
  private static long[] farEdges(Question question, long time, long watermark, long sealed) {
    List<Long> sizes = question.ladder().sizes();
    long[] edges =
        question.windows().stream()
            .mapToLong(
                window ->
                    window.isEver()
                        ? Window.floor(sealed, sizes.get(sizes.size() - 1))
                        : Window.of(
                                time,
                                watermark,
                                question.ladder().baseSize(),
                                window.length(),
                                window.step(),
                                window.anchor())
                            .lo())
            .map(edge -> -edge)
            .toArray();
    Arrays.sort(edges);
    return Arrays.stream(edges).map(edge -> -edge).toArray();
  }

  /** The end of the last hour that is sealed for certain. */
  private static long sealedBefore(long watermark, long lateMicros) {
    return Window.floor(watermark - lateMicros - SEALED_EVERY, Instants.MICROS_PER_HOUR);
  }
}
