package dev.arabica.store.read;

import dev.arabica.core.time.Window;
import java.util.List;

/**
 * A lookup's answer with where it came from.
 *
 * @param traces for each entity, one trace for each group of the response, in its order
 */
public record Explanation(LookupResponse response, List<List<GroupTrace>> traces) {
  public Explanation {
    traces = traces.stream().map(List::copyOf).toList();
  }

  /**
   * How one group was read for one entity; nothing was if its key is null or it has no watermark.
   *
   * @param features by short name, each with the window it covers
   * @param blocks in the order they were read
   */
  public record GroupTrace(List<FeatureWindow> features, List<BlockRead> blocks) {
    public GroupTrace {
      features = List.copyOf(features);
      blocks = List.copyOf(blocks);
    }
  }

  /** The interval that a feature's value is about. */
  public record FeatureWindow(String feature, Window window) {}

  /** One block that was read: its place, its size in time, its stored bytes and its revision. */
  public record BlockRead(String packId, long size, long start, int bytes, long revision) {}
}
