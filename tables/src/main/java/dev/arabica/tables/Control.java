package dev.arabica.tables;

import dev.arabica.core.time.TimeRanges;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The control facts that one commit to the block table brings along, so that they become true with
 * its rows. Most commits bring few or none. All times are microseconds since the epoch, UTC.
 *
 * @param watermarks by source: every block that ends at or before this is committed; a fold takes
 *     the greatest
 * @param completeFrom by source: the start of what has been streamed or ingested; a fold takes the
 *     least
 * @param sealed by pack: hours that batch owns from this commit on
 * @param streamed sources that a stream feeds
 * @param repairedRaw by source: the snapshot of the raw table up to which the repair has looked; a
 *     fold takes the latest
 * @param built by source and pack: where blocks are whole with this commit, the windows without
 *     events too; told with every watermark, for each pack that goes along with it
 * @param received by source: where raw rows came that only the packs of {@code built} have taken
 *     in, so that no other pack of the source is whole there any more
 */
public record Control(
    Map<String, Long> watermarks,
    Map<String, Long> completeFrom,
    Map<String, List<Span>> sealed,
    Set<String> streamed,
    Map<String, Long> repairedRaw,
    Map<String, Map<String, TimeRanges>> built,
    Map<String, TimeRanges> received) {

  /** The summary property that holds the facts as JSON. */
  public static final String PROPERTY = "arabica.control";

  /** No facts. */
  public static final Control NONE = builder().build();

  public Control {
    watermarks = Map.copyOf(watermarks);
    completeFrom = Map.copyOf(completeFrom);
    sealed = Map.copyOf(sealed);
    streamed = Set.copyOf(streamed);
    repairedRaw = Map.copyOf(repairedRaw);
    built = Map.copyOf(built);
    received = Map.copyOf(received);
  }

  /** {@code [from, to)} in microseconds. */
  public record Span(long from, long to) {
    public Span {
      if (from >= to) {
        throw new IllegalArgumentException("an empty span: [" + from + ", " + to + ")");
      }
    }
  }

  public boolean isEmpty() {
    return equals(NONE);
  }

  /** The canonical JSON. */
  public String toJson() {
    return ControlCodec.toJson(this);
  }

  /**
   * @throws IllegalArgumentException if the text is not what {@link #toJson} writes
   */
  public static Control fromJson(String json) {
    return ControlCodec.fromJson(json);
  }

  /**
   * The summary properties of a commit with these facts; a Spark write takes them as options with
   * the prefix {@code snapshot-property.}.
   */
  public Map<String, String> toSummary() {
    return isEmpty() ? Map.of() : Map.of(PROPERTY, toJson());
  }

  static Control of(Map<String, String> summary) {
    String json = summary.get(PROPERTY);
    return json == null ? NONE : fromJson(json);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Gathers the facts of one commit. */
  public static final class Builder {
    private final Map<String, Long> watermarks = new TreeMap<>();
    private final Map<String, Long> completeFrom = new TreeMap<>();
    private final Map<String, List<Span>> sealed = new TreeMap<>();
    private final Set<String> streamed = new HashSet<>();
    private final Map<String, Long> repairedRaw = new TreeMap<>();
    private final Map<String, Map<String, TimeRanges>> built = new TreeMap<>();
    private final Map<String, TimeRanges> received = new TreeMap<>();

    private Builder() {}

    public Builder watermark(String source, long micros) {
      watermarks.merge(source, micros, Math::max);
      return this;
    }

    public Builder completeFrom(String source, long micros) {
      completeFrom.merge(source, micros, Math::min);
      return this;
    }

    public Builder sealed(String packId, long from, long to) {
      sealed.computeIfAbsent(packId, id -> new ArrayList<>()).add(new Span(from, to));
      return this;
    }

    public Builder streamed(String source) {
      streamed.add(source);
      return this;
    }

    public Builder repairedRaw(String source, long rawSnapshotId) {
      repairedRaw.put(source, rawSnapshotId);
      return this;
    }

    /** All packs of a source that the commit is about, of which there may be none. */
    public Builder built(String source, Map<String, TimeRanges> packs) {
      built.put(source, Map.copyOf(packs));
      return this;
    }

    public Builder received(String source, TimeRanges ranges) {
      received.put(source, ranges);
      return this;
    }

    public Control build() {
      return new Control(watermarks, completeFrom, sealed, streamed, repairedRaw, built, received);
    }
  }
}
