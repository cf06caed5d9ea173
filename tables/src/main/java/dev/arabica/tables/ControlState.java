package dev.arabica.tables;

import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
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
 * <p>Of a source whose commits have never said what of it is built, as those of older builds do
 * not, every pack counts as built: its plan is the one that they were written for. The packs of the
 * first commit that says so go on from there; what comes later has to be built.
 *
 * @param revision of the last commit that was folded in; 0 for none
 * @param coverage by source
 */
public record ControlState(
    long revision,
    Map<String, Long> watermarks,
    Map<String, Long> completeFrom,
    Map<String, SealedRanges> sealed,
    Set<String> streamed,
    Map<String, Long> repairedRaw,
    Map<String, PackCoverage> coverage) {

  /** Before the first commit. */
  public static final ControlState START =
      new ControlState(0, Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of());

  /** This state after one more commit. */
  public ControlState plus(long commitRevision, Control control) {
    if (commitRevision <= revision) {
      throw new IllegalArgumentException(
          "commit " + commitRevision + " cannot follow commit " + revision);
    }
    if (control.isEmpty()) {
      return new ControlState(
          commitRevision, watermarks, completeFrom, sealed, streamed, repairedRaw, coverage);
    }
    Map<String, Long> reached = fold(watermarks, control.watermarks(), Math::max);
    return new ControlState(
        commitRevision,
        reached,
        fold(completeFrom, control.completeFrom(), Math::min),
        foldSeals(control.sealed(), commitRevision),
        union(streamed, control.streamed()),
        fold(repairedRaw, control.repairedRaw(), (before, after) -> after),
        foldCoverage(control, reached));
  }

  /** The source's committed watermark, microseconds since the epoch. */
  public OptionalLong watermark(String source) {
    return optional(watermarks.get(source));
  }

  /** The start of what has been streamed or ingested of a source, microseconds since the epoch. */
  public OptionalLong completeFrom(String source) {
    return optional(completeFrom.get(source));
  }

  /**
   * From when on the blocks of a pack that end at or before {@code hi} are whole, microseconds
   * since the epoch; {@code Long.MAX_VALUE} if the last of them are not.
   */
  public long completeFrom(String source, String packId, long hi) {
    Long history = completeFrom.get(source);
    // As long as nobody said how far back the history goes, no window is known to be whole.
    return history == null
        ? Long.MAX_VALUE
        : Math.max(history, covered(source, packId).startBefore(hi));
  }

  /** Where the blocks of a pack are whole, as far as there is any history of its source. */
  public TimeRanges covered(String source, String packId) {
    PackCoverage packs = coverage.get(source);
    return packs == null ? TimeRanges.ALL : packs.of(packId);
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

  private Map<String, PackCoverage> foldCoverage(Control control, Map<String, Long> reached) {
    Set<String> sources = new HashSet<>(control.built().keySet());
    control.watermarks().keySet().stream().filter(coverage::containsKey).forEach(sources::add);
    if (sources.isEmpty()) {
      return coverage;
    }
    Map<String, PackCoverage> result = new TreeMap<>(coverage);
    for (String source : sources) {
      Map<String, TimeRanges> built = control.built().getOrDefault(source, Map.of());
      PackCoverage before = coverage.getOrDefault(source, untold(source, built.keySet()));
      result.put(
          source,
          before.plus(
              built,
              control.received().getOrDefault(source, TimeRanges.NONE),
              watermark(source),
              optional(reached.get(source))));
    }
    return Collections.unmodifiableMap(result);
  }

  /** What holds of packs before a commit says so for the first time: all up to the watermark. */
  private PackCoverage untold(String source, Set<String> packs) {
    OptionalLong reached = watermark(source);
    OptionalLong from = completeFrom(source);
    if (reached.isEmpty() || from.isEmpty()) {
      return PackCoverage.NOTHING;
    }
    TimeRanges told = TimeRanges.of(from.getAsLong(), reached.getAsLong());
    Map<String, TimeRanges> ranges = new TreeMap<>();
    packs.forEach(pack -> ranges.put(pack, told));
    return new PackCoverage(ranges);
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
