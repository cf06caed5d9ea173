package dev.arabica.store;

import dev.arabica.core.time.Instants;
import dev.arabica.core.time.SealedRanges;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is published beside the blocks. Immutable.
 *
 * @param revision the newest that readers see, {@link #NOTHING_PUBLISHED} at first
 * @param watermarks by source name, microseconds: how far its blocks are complete
 * @param completeFrom by source name, microseconds: where its stored history starts
 * @param sealed by pack id
 */
public record ControlState(
    long revision,
    Map<String, Long> watermarks,
    Map<String, Long> completeFrom,
    Map<String, SealedRanges> sealed) {

  public static final long NOTHING_PUBLISHED = 0;

  public static final ControlState EMPTY =
      new ControlState(NOTHING_PUBLISHED, Map.of(), Map.of(), Map.of());

  public ControlState {
    watermarks = Map.copyOf(watermarks);
    completeFrom = Map.copyOf(completeFrom);
    sealed = Map.copyOf(sealed);
  }

  /** The watermark of a source, if one was ever published. */
  public OptionalLong watermark(String source) {
    Long watermark = watermarks.get(source);
    return watermark == null ? OptionalLong.empty() : OptionalLong.of(watermark);
  }

  public SealedRanges sealed(String packId) {
    return sealed.getOrDefault(packId, SealedRanges.NONE);
  }

  /**
   * Checks that a later state may replace this one.
   *
   * @throws IllegalArgumentException saying what would move backwards
   */
  public void requireNotAhead(ControlState next) {
    if (next.revision < revision) {
      throw new IllegalArgumentException(
          "revision " + next.revision + " cannot be published after " + revision);
    }
    watermarks.forEach(
        (source, watermark) -> {
          long later = next.watermarks.getOrDefault(source, Long.MIN_VALUE);
          if (later < watermark) {
            throw new IllegalArgumentException(
                "the watermark of `"
                    + source
                    + "` cannot go back from "
                    + Instants.pretty(watermark)
                    + " to "
                    + Instants.pretty(later));
          }
        });
  }
}
