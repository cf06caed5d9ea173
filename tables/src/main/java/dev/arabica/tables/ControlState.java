package dev.arabica.tables;

import dev.arabica.core.time.SealedRanges;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * What was true as of a revision: the fold of the control facts of every commit up to it.
 * Immutable.
 *
 * @param revision of the last commit that was folded in; 0 for none
 */
public record ControlState(
    long revision,
    Map<String, Long> watermarks,
    Map<String, Long> completeFrom,
    Map<String, SealedRanges> sealed,
    Set<String> streamed,
    Map<String, Long> repairedRaw) {

  /** Before the first commit. */
  public static final ControlState START =
      new ControlState(0, Map.of(), Map.of(), Map.of(), Set.of(), Map.of());

  /** This state after one more commit. */
  public ControlState plus(long commitRevision, Control control) {
    if (commitRevision <= revision) {
      throw new IllegalArgumentException(
          "commit " + commitRevision + " cannot follow commit " + revision);
    }
    if (control.isEmpty()) {
      return new ControlState(
          commitRevision, watermarks, completeFrom, sealed, streamed, repairedRaw);
    }
    return new ControlState(
        commitRevision,
        fold(watermarks, control.watermarks(), Math::max),
        fold(completeFrom, control.completeFrom(), Math::min),
        foldSeals(control.sealed(), commitRevision),
        union(streamed, control.streamed()),
        fold(repairedRaw, control.repairedRaw(), (before, after) -> after));
  }

  /** The source's committed watermark, microseconds since the epoch. */
  public OptionalLong watermark(String source) {
    return optional(watermarks.get(source));
  }

  /** The start of what has been streamed or ingested of a source, microseconds since the epoch. */
  public OptionalLong completeFrom(String source) {
    return optional(completeFrom.get(source));
  }

  /** The sealed hours of a pack. */
  public SealedRanges sealed(String packId) {
    return sealed.getOrDefault(packId, SealedRanges.NONE);
  }

  /** The snapshot of the source's raw table up to which the repair has looked. */
  public OptionalLong repairedRaw(String source) {
    return optional(repairedRaw.get(source));
  }

  /**
   * The fence: whether a row is to be ignored because the stream wrote it into an hour that was
   * sealed before.
   */
  public boolean fenced(Origin origin, String packId, long start, long rowRevision) {
    return origin == Origin.STREAM && rowRevision > sealed(packId).sealedAt(start);
  }

  private Map<String, SealedRanges> foldSeals(
      Map<String, List<Control.Span>> added, long commitRevision) {
    if (added.isEmpty()) {
      return sealed;
    }
    Map<String, SealedRanges> result = new TreeMap<>(sealed);
    added.forEach(
        (pack, spans) -> {
          SealedRanges ranges = result.getOrDefault(pack, SealedRanges.NONE);
          for (Control.Span span : spans) {
            ranges = ranges.plus(span.from(), span.to(), commitRevision);
          }
          result.put(pack, ranges);
        });
    return Collections.unmodifiableMap(result);
  }

  private static Map<String, Long> fold(
      Map<String, Long> before, Map<String, Long> added, BinaryOperator<Long> choose) {
    if (added.isEmpty()) {
      return before;
    }
    Map<String, Long> result = new TreeMap<>(before);
    added.forEach((name, value) -> result.merge(name, value, choose));
    return Collections.unmodifiableMap(result);
  }

  private static Set<String> union(Set<String> before, Set<String> added) {
    if (before.containsAll(added)) {
      return before;
    }
    Set<String> result = new HashSet<>(before);
    result.addAll(added);
    return Collections.unmodifiableSet(result);
  }

  private static OptionalLong optional(Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
