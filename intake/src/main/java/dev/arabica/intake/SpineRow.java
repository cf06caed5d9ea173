package dev.arabica.intake;

import dev.arabica.core.time.Window;
import java.util.List;
import java.util.Map;

/**
 * One row of a spine.
 *
 * @param index its place, from 0
 * @param columns the values of all the spine's columns, boxed, in their order
 * @param keys the values of the set's keys, in the set's order; null where the row has none
 * @param time {@code event_ts}, microseconds since the epoch, or null
 * @param watermark {@code feature_watermark}, or null
 * @param groupWatermarks {@code feature_watermark.<group>} by the group's qualified name, where the
 *     row has one
 * @param readRevision {@code read_revision}, or null
 * @param request what the request brings, boxed, by the name of a request's column; a column that
 *     is null, or that the row does not have, has no entry
 */
public record SpineRow(
    long index,
    List<Object> columns,
    List<Object> keys,
    Long time,
    Long watermark,
    Map<String, Long> groupWatermarks,
    Long readRevision,
    Map<String, Object> request) {

  /** A row of a set that reads no request. */
  public SpineRow(
      long index,
      List<Object> columns,
      List<Object> keys,
      Long time,
      Long watermark,
      Map<String, Long> groupWatermarks,
      Long readRevision) {
    this(index, columns, keys, time, watermark, groupWatermarks, readRevision, Map.of());
  }

  /**
   * The feature watermark that the row was served at, microseconds since the epoch: the group's
   * own, else the one for all groups, else {@link Window#NO_WATERMARK}.
   */
  public long watermark(String group) {
    Long own = groupWatermarks.get(group);
    if (own != null) {
      return own;
    }
    return watermark != null ? watermark : Window.NO_WATERMARK;
  }
}
