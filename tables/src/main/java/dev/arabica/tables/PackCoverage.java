package dev.arabica.tables;

import dev.arabica.core.time.TimeRanges;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the blocks of one source's packs hold all that they should: what the clock of the stream
 * has let in, or what the raw rows said when the repair looked. Immutable.
 *
 * <p>A pack that has got as far as the source's watermark has no end here: nothing is behind. When
 * the watermark goes on without the pack, the pack ends where the watermark was.
 *
 * @param packs by id; a pack that is not here has no blocks that count
 */
public record PackCoverage(Map<String, TimeRanges> packs) {
  static final PackCoverage NOTHING = new PackCoverage(Map.of());

  private static final long NO_END = Long.MAX_VALUE;

  public PackCoverage {
    packs = Collections.unmodifiableMap(new TreeMap<>(packs));
  }

  /** The ranges of one pack. */
  public TimeRanges of(String packId) {
    return packs.getOrDefault(packId, TimeRanges.NONE);
  }

  /**
   * The coverage after one more commit.
   *
   * @param built by pack, where its blocks are whole with this commit
   * @param received where rows came that only the packs of {@code built} have taken in
   * @param before the source's watermark before the commit
   * @param after and with it
   */
  PackCoverage plus(
      Map<String, TimeRanges> built, TimeRanges received, OptionalLong before, OptionalLong after) {
    Map<String, TimeRanges> next = new TreeMap<>();
    Set<String> ids = new TreeSet<>(packs.keySet());
    ids.addAll(built.keySet());
    for (String id : ids) {
      TimeRanges ranges = ended(of(id), before);
      TimeRanges added = built.get(id);
      next.put(id, endless(added == null ? ranges.minus(received) : ranges.union(added), after));
    }
    return new PackCoverage(next);
  }

  private static TimeRanges ended(TimeRanges ranges, OptionalLong watermark) {
    return !ranges.isEmpty() && ranges.to() == NO_END && watermark.isPresent()
        ? ranges.intersect(Long.MIN_VALUE, watermark.getAsLong())
        : ranges;
  }

  private static TimeRanges endless(TimeRanges ranges, OptionalLong watermark) {
    return watermark.isPresent() && ranges.startBefore(watermark.getAsLong()) != TimeRanges.NO_START
        ? ranges.union(TimeRanges.of(watermark.getAsLong(), NO_END))
        : ranges;
  }
}
