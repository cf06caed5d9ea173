package dev.arabica.batch;

import static dev.arabica.batch.Plans.BASE;
import static dev.arabica.batch.Plans.DAY;
import static dev.arabica.batch.Plans.HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlockWalkTest {
  private static final Plan PLAN = Plans.plain();
  private static final GroupPlan GROUP = PLAN.groups().get(0);
  private static final GroupPlan.Pack PACK = GROUP.packs().get(0);
  private static final RowType ROWS = PLAN.sources().get(0).rowType();
  private static final long T = 400 * DAY;

  private final CompositeAggregator aggregator = CompositeAggregator.bind(PACK, ROWS);
  private final Map<String, byte[]> changed = new TreeMap<>();

  @Test
  void anEqualBlockIsLeftAlone() {
    BlockWalk walk = walk(TimeRanges.of(T, T + HOUR), TimeRanges.NONE);
    walk.block(T, 0, bytes(1, 2), rep(2, 1));
    walk.end();
    assertThat(changed).isEmpty();
    assertThat(walk.checked()).isEqualTo(1);
  }

  @Test
  void wrongMissingAndExtraBlocksAreWritten() {
    BlockWalk walk = walk(TimeRanges.of(T, T + HOUR), TimeRanges.NONE);
    walk.block(T, 0, bytes(1), rep(1, 2));
    walk.block(T + BASE, 0, null, rep(3));
    walk.block(T + 2 * BASE, 0, bytes(4), null);
    walk.end();
    assertThat(changed).containsOnlyKeys("0@0", "0@1", "0@2");
    assertThat(changed.get("0@0")).isEqualTo(bytes(1, 2));
    assertThat(changed.get("0@2")).isEqualTo(bytes());
  }

  @Test
  void anAbsentBlockEqualsTheIdentity() {
    BlockWalk walk = walk(TimeRanges.of(T, T + HOUR), TimeRanges.of(T, T + HOUR));
    walk.block(T, 0, bytes(), null);
    walk.block(T + BASE, 0, null, null);
    walk.end();
    assertThat(changed).isEmpty();
  }

  @Test
  void parentsAreCombinedFromRebuiltAndStoredChildren() {
    // Only the third hour is rebuilt; the day is sealed, its other hours are stored.
    TimeRanges rebuilt = TimeRanges.of(T + 2 * HOUR, T + 3 * HOUR);
    BlockWalk walk = walk(rebuilt, TimeRanges.of(T, T + DAY));
    walk.block(T, 1, bytes(1), null);
    walk.block(T, 2, bytes(1, 2), null);
    walk.block(T + 2 * HOUR, 0, null, rep(5));
    walk.block(T + 2 * HOUR, 1, bytes(2), null);
    walk.block(T + 2 * HOUR + BASE, 0, bytes(2), rep(2));
    walk.block(T + 9 * HOUR, 1, bytes(7, 8), null);
    walk.end();
    assertThat(changed).containsOnlyKeys("0@24", "1@24", "2@0");
    assertThat(changed.get("1@24")).isEqualTo(bytes(2, 5));
    assertThat(changed.get("2@0")).isEqualTo(bytes(1, 2, 5, 7, 8));
  }

  @Test
  void anUnsealedHourHasNoParent() {
    TimeRanges rebuilt = TimeRanges.of(T, T + HOUR + 6 * BASE);
    BlockWalk walk = walk(rebuilt, TimeRanges.of(T, T + HOUR));
    walk.block(T + BASE, 0, null, rep(1));
    walk.block(T + HOUR, 0, null, rep(2));
    walk.end();
    assertThat(changed).containsOnlyKeys("0@1", "0@12", "1@0");
    assertThat(changed.get("1@0")).isEqualTo(bytes(1));
  }

  @Test
  void aParentWhoseChildrenAreGoneIsEmptied() {
    BlockWalk walk = walk(TimeRanges.of(T, T + HOUR), TimeRanges.of(T, T + HOUR));
    walk.block(T, 1, bytes(3), null);
    walk.end();
    assertThat(changed.get("1@0")).isEqualTo(bytes());
  }

  @Test
  void aCorruptChildIsNamed() {
    TimeRanges rebuilt = TimeRanges.of(T, T + HOUR);
    BlockWalk walk = walk(rebuilt, TimeRanges.of(T, T + DAY));
    assertThatThrownBy(() -> walk.block(T + 2 * HOUR, 1, new byte[] {9}, null))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessageContaining("block 1h at 1971-02-05T02:00:00Z of `test.user_plays`");
  }

  private BlockWalk walk(TimeRanges rebuilt, TimeRanges sealed) {
    return new BlockWalk(
        new PackScope(GROUP, PACK, rebuilt, sealed),
        (start, level, rep) -> changed.put(level + "@" + (start - T) / BASE, rep));
  }

  private byte[] bytes(long... values) {
    return aggregator.encode(rep(values));
  }

  /** The rep of events, each at the second of its value. */
  private Rep rep(long... values) {
    Rep rep = aggregator.identity();
    for (long value : values) {
      Row row = new Row(ROWS);
      row.setLong(ROWS.require("video_id"), value);
      row.setLong(ROWS.require("value"), value * 10);
      row.setDouble(ROWS.require("score"), value / 3.0);
      aggregator.add(rep, row, T + value, value, value);
    }
    return rep;
  }
}
