package dev.arabica.store.read;

import static dev.arabica.store.read.Videos.HOUR;
import static dev.arabica.store.read.Videos.ITEM;
import static dev.arabica.store.read.Videos.MINUTE;
import static dev.arabica.store.read.Videos.PLAN;
import static dev.arabica.store.read.Videos.USER;
import static dev.arabica.store.read.Videos.USER_ITEM;
import static dev.arabica.store.read.Videos.VIEWS;
import static dev.arabica.store.read.Videos.block;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.store.BlockRecord;
import dev.arabica.store.BlockStore;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.PackCoverage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureReaderTest {
  private static final Instant NOW = Instant.parse("2025-11-29T16:10:05Z");
  private static final long NOW_MICROS = Instants.toMicros(NOW);
  private static final long W = Instants.parse("2025-11-29T16:05:00Z");
  private static final List<String> ITEM_FEATURES =
      List.of(
          "item.views_last_1h", "item.views_last_1d", "item.ms_last_6h", "item.longest_last_6h");

  @TempDir Path folder;

  private BlockStore store;
  private FeatureReader reader;

  @BeforeEach
  void open() {
    store = LmdbBlockStore.open(folder);
    reader = new FeatureReader(PLAN, store, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static ControlState control(long watermark, long completeFrom, SealedRanges items) {
    return control(watermark, completeFrom, items, Map.of());
  }

  private static ControlState control(
      long watermark, long completeFrom, SealedRanges items, Map<String, PackCoverage> coverage) {
    return new ControlState(
        3,
        Map.of(VIEWS, watermark),
        Map.of(VIEWS, completeFrom),
        items.isEmpty() ? Map.of() : Map.of(ITEM.packs().get(0).id(), items),
        Set.of(),
        Map.of(),
        coverage);
  }

  private void publish(long watermark, BlockRecord... blocks) {
    store.write(List.of(blocks));
    store.publish(control(watermark, Long.MIN_VALUE, SealedRanges.NONE));
  }

  private static BlockRecord item(long id, long size, long start, long... ms) {
    return block(ITEM, List.of(id), size, start, 3, ms);
  }

  private LookupResponse lookupItem(Object id) {
    return reader.lookup(LookupRequest.ofFeatures(ITEM_FEATURES, Map.of("item_id", id)));
  }

  private static List<Object> values(LookupResponse response) {
    return response.entities().get(0).values();
  }

  private static List<FeatureStatus> statuses(LookupResponse response) {
    LookupResponse.Entity entity = response.entities().get(0);
    return java.util.stream.IntStream.range(0, response.columns().size())
        .mapToObj(entity::status)
        .toList();
  }

  @Test
  void theWindowEndsAtTheWatermarkAndStartsFromTheRequest() {
    // At 16:10:05 with W 16:05, six hours are [10:10, 16:05) and one hour is [15:10, 16:05).
    long six = Instants.parse("2025-11-29T10:10:00Z");
    long one = Instants.parse("2025-11-29T15:10:00Z");
    publish(
        W,
        item(7, 5 * MINUTE, six - 5 * MINUTE, 1_000),
        item(7, 5 * MINUTE, six, 10, 20),
        item(7, 5 * MINUTE, one - 5 * MINUTE, 5),
        item(7, 5 * MINUTE, one, 40),
        item(7, 5 * MINUTE, W - 5 * MINUTE, 3),
        item(7, 5 * MINUTE, W, 9_999));
    LookupResponse response = lookupItem(7);
    assertThat(values(response)).containsExactly(2L, 6L, 78L, 40L);
    assertThat(statuses(response)).containsOnly(FeatureStatus.OK);
    assertThat(response.time()).isEqualTo(NOW_MICROS);
    assertThat(response.readRevision()).isEqualTo(3);
    LookupResponse.Group group = response.groups().get(0);
    assertThat(group.name()).isEqualTo("app.item");
    assertThat(group.featureWatermark()).hasValue(W);
    assertThat(group.staleness()).hasValue(NOW_MICROS - W);
    assertThat(response.entities().get(0).found(0)).isTrue();
    assertThat(response.columnIndex("item.ms_last_6h")).isEqualTo(2);
  }

  @Test
  void groupsThatShareAPackReadTheSameBlocks() {
    GroupPlan other =
        new GroupPlan(
            "app.other",
            ITEM.source(),
            ITEM.keys(),
            ITEM.where(),
            ITEM.ladder(),
            ITEM.packs(),
            ITEM.features().subList(2, 3));
    Plan plan = new Plan(PLAN.sources(), List.of(ITEM, other), List.of());
    publish(W, item(7, 5 * MINUTE, W - 5 * MINUTE, 3, 4));
    FeatureReader both = new FeatureReader(plan, store, Clock.fixed(NOW, ZoneOffset.UTC));
    LookupResponse response =
        both.lookup(
            LookupRequest.ofFeatures(
                List.of("item.views_last_1h", "other.ms_last_6h"), Map.of("item_id", 7L)));
    assertThat(values(response)).containsExactly(2L, 7L);
    assertThat(statuses(response)).containsOnly(FeatureStatus.OK);
  }

  @Test
  void coarseBlocksStandInWhereTheyAreSealedAndOnlyThere() {
    long hour = Instants.parse("2025-11-29T12:00:00Z");
    store.write(
        List.of(
            item(7, HOUR, hour, 100),
            item(7, 5 * MINUTE, hour, 1),
            item(7, HOUR, hour + HOUR, 200),
            item(7, 5 * MINUTE, hour + HOUR, 2)));
    store.publish(control(W, Long.MIN_VALUE, SealedRanges.NONE.plus(hour, hour + HOUR, 2)));
    Explanation explanation =
        reader.explain(LookupRequest.ofFeatures(List.of("item.ms_last_6h"), Map.of("item_id", 7)));
    assertThat(values(explanation.response())).containsExactly(102L);
    Explanation.GroupTrace trace = explanation.traces().get(0).get(0);
    assertThat(trace.features()).hasSize(1);
    assertThat(trace.features().get(0).feature()).isEqualTo("ms_last_6h");
    assertThat(trace.features().get(0).window().hi()).isEqualTo(W);
    assertThat(trace.blocks())
        .extracting(Explanation.BlockRead::size, Explanation.BlockRead::start)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(HOUR, hour),
            org.assertj.core.groups.Tuple.tuple(5 * MINUTE, hour + HOUR));
    assertThat(trace.blocks()).allMatch(block -> block.revision() == 3 && block.bytes() > 3);
  }

  @Test
  void anEntityNeverSeenHasTheEmptyWindowsValues() {
    publish(W, item(7, 5 * MINUTE, W - 5 * MINUTE, 3));
    LookupResponse response = lookupItem(8);
    assertThat(values(response)).containsExactly(0L, 0L, 0L, -1L);
    assertThat(statuses(response)).containsOnly(FeatureStatus.NOT_FOUND);
    assertThat(response.entities().get(0).found(0)).isFalse();
  }

  @Test
  void anEntityOutsideTheWindowIsFoundAllTheSame() {
    publish(W, item(7, 5 * MINUTE, W - 100 * HOUR, 3));
    LookupResponse response = lookupItem(7);
    assertThat(values(response)).containsExactly(0L, 0L, 0L, -1L);
    assertThat(statuses(response)).containsOnly(FeatureStatus.OK);
    assertThat(response.entities().get(0).found(0)).isTrue();
  }

  @Test
  void beforeTheFirstWatermarkNothingIsSaid() {
    LookupResponse response = lookupItem(7);
    assertThat(values(response)).containsOnlyNulls();
    assertThat(statuses(response)).containsOnly(FeatureStatus.STALE);
    assertThat(response.readRevision()).isZero();
    assertThat(response.groups().get(0).featureWatermark()).isEmpty();
    assertThat(response.groups().get(0).staleness()).isEmpty();
    assertThat(response.entities().get(0).found(0)).isFalse();
  }

  @Test
  void aWatermarkThatLagsByMoreThanTheWindowIsStale() {
    long lagging = NOW_MICROS - 2 * HOUR;
    publish(lagging, item(7, 5 * MINUTE, W - 3 * HOUR, 3));
    LookupResponse response = lookupItem(7);
    assertThat(statuses(response))
        .containsExactly(FeatureStatus.STALE, FeatureStatus.OK, FeatureStatus.OK, FeatureStatus.OK);
    assertThat(values(response)).containsExactly(null, 1L, 3L, 3L);
    assertThat(response.groups().get(0).featureWatermark().getAsLong() % (5 * MINUTE)).isZero();
  }

  @Test
  void aWindowThatReachesBeforeTheHistoryIsIncompleteUnlessAllowed() {
    store.write(List.of(item(7, 5 * MINUTE, W - 5 * MINUTE, 3)));
    store.publish(control(W, W - 2 * HOUR, SealedRanges.NONE));
    LookupRequest request = LookupRequest.ofFeatures(ITEM_FEATURES, Map.of("item_id", 7));
    LookupResponse strict = reader.lookup(request);
    assertThat(values(strict)).containsExactly(1L, null, null, null);
    assertThat(statuses(strict).subList(1, 4)).containsOnly(FeatureStatus.INCOMPLETE);
    LookupResponse partial = reader.lookup(request.allowingPartial());
    assertThat(values(partial)).containsExactly(1L, 1L, 3L, 3L);
    assertThat(statuses(partial)).containsOnly(FeatureStatus.OK);
  }

  /** The user's pack is whole; the item's has a gap, and lags behind its source. */
  @Test
  void aWindowOfWhichThePackIsNotBuiltIsIncompleteUnlessAllowed() {
    TimeRanges items =
        TimeRanges.of(Long.MIN_VALUE, W - 20 * HOUR)
            .union(TimeRanges.of(W - 5 * HOUR, W - 10 * MINUTE));
    Map<String, TimeRanges> packs =
        Map.of(ITEM.packs().get(0).id(), items, USER.packs().get(0).id(), TimeRanges.ALL);
    store.write(List.of(item(7, 5 * MINUTE, W - 30 * MINUTE, 3)));
    store.publish(
        control(W, Long.MIN_VALUE, SealedRanges.NONE, Map.of(VIEWS, new PackCoverage(packs))));

    LookupRequest now = LookupRequest.ofFeatures(ITEM_FEATURES, Map.of("item_id", 7));
    assertThat(statuses(reader.lookup(now))).containsOnly(FeatureStatus.INCOMPLETE);
    assertThat(values(reader.lookup(now))).containsOnlyNulls();
    assertThat(values(reader.lookup(now.allowingPartial()))).containsExactly(1L, 1L, 3L, 3L);
    assertThat(statuses(reader.lookup(now.at(W - 10 * MINUTE))))
        .containsExactly(
            FeatureStatus.OK,
            FeatureStatus.INCOMPLETE,
            FeatureStatus.INCOMPLETE,
            FeatureStatus.INCOMPLETE);
    LookupRequest user =
        LookupRequest.ofFeatures(List.of("user.views_last_1h"), Map.of("user_id", "ann"));
    assertThat(statuses(reader.lookup(user))).containsExactly(FeatureStatus.NOT_FOUND);
  }

  @Test
  void aTimeInThePastSeesOnlyWhatWasBeforeIt() {
    publish(W, item(7, 5 * MINUTE, W - HOUR, 3), item(7, 5 * MINUTE, W - 5 * MINUTE, 4));
    LookupResponse response =
        reader.lookup(
            LookupRequest.ofFeatures(ITEM_FEATURES, Map.of("item_id", 7)).at(W - 30 * MINUTE));
    assertThat(values(response)).containsExactly(1L, 1L, 3L, 3L);
    assertThat(response.groups().get(0).staleness()).hasValue(0);
  }

  @Test
  void aSetReadsEachGroupByItsRole() {
    publish(
        W,
        block(USER, List.of("u1"), 5 * MINUTE, W - 5 * MINUTE, 3, 1, 2),
        item(7, 5 * MINUTE, W - 5 * MINUTE, 5),
        block(USER_ITEM, List.of("u1", 7L), 5 * MINUTE, W - 5 * MINUTE, 3, 1, 2, 3));
    LookupResponse response =
        reader.lookup(LookupRequest.ofSet("ranking", Map.of("viewer", "u1", "item", "7")));
    assertThat(response.columns())
        .extracting(LookupResponse.Column::name)
        .containsExactly(
            "viewer.views_last_1h", "item.views_last_1h", "item.ms_last_6h", "pair.views_last_1d");
    assertThat(values(response)).containsExactly(2L, 1L, 5L, 3L);
    assertThat(response.groups())
        .extracting(LookupResponse.Group::alias)
        .containsExactly("viewer", "item", "pair");
  }

  @Test
  void manyEntitiesAreReadFromOneView() {
    publish(W, item(1, 5 * MINUTE, W - 5 * MINUTE, 3), item(2, 5 * MINUTE, W - 5 * MINUTE, 4));
    LookupRequest request =
        LookupRequest.ofFeatures(List.of("app.item.ms_last_6h"), Map.of())
            .about(List.of(Map.of("item_id", 2), Map.of("item_id", 9), Map.of("item_id", 1)));
    LookupResponse response = reader.lookup(request);
    assertThat(response.entities())
        .extracting(entity -> Arrays.asList(entity.value(0), entity.status(0), entity.found(0)))
        .containsExactly(
            List.of(4L, FeatureStatus.OK, true),
            List.of(0L, FeatureStatus.NOT_FOUND, false),
            List.of(3L, FeatureStatus.OK, true));
  }

  @Test
  void aNullKeyIsNeverLookedUp() {
    publish(W, item(7, 5 * MINUTE, W - 5 * MINUTE, 5));
    Map<String, Object> keys = new HashMap<>();
    keys.put("viewer", null);
    keys.put("item", 7L);
    LookupResponse response = reader.lookup(LookupRequest.ofSet("app.ranking", keys));
    assertThat(values(response)).containsExactly(null, 1L, 5L, null);
    assertThat(statuses(response))
        .containsExactly(
            FeatureStatus.NULL_KEY, FeatureStatus.OK, FeatureStatus.OK, FeatureStatus.NULL_KEY);
    assertThat(response.entities().get(0).found(0)).isFalse();
    Explanation explanation = reader.explain(LookupRequest.ofSet("app.ranking", keys));
    assertThat(explanation.traces().get(0).get(0).features()).isEmpty();
  }

  @Test
  void aCorruptBlockFailsItsGroupAndNoOther() {
    BlockRecord broken =
        new BlockRecord(
            ITEM.packs().get(0).id(),
            KeyCodec.encode(ITEM.keyTypes(), List.of(7L)),
            5 * MINUTE,
            W - 5 * MINUTE,
            3,
            fromTheFuture());
    publish(
        W,
        broken,
        item(8, 5 * MINUTE, W - 5 * MINUTE, 5),
        block(USER, List.of("u1"), 5 * MINUTE, W - 5 * MINUTE, 3, 1));
    LookupRequest request = LookupRequest.ofSet("ranking", Map.of("viewer", "u1", "item", 7));
    LookupResponse response =
        reader.lookup(
            request.about(
                List.of(Map.of("viewer", "u1", "item", 7), Map.of("viewer", "u1", "item", 8))));
    assertThat(values(response)).containsExactly(1L, null, null, 0L);
    assertThat(statuses(response).subList(1, 3)).containsOnly(FeatureStatus.CORRUPT);
    assertThat(response.entities().get(0).error(1))
        .hasValue(
            "block 5m at 2025-11-29T16:00:00Z of `app.item`: rep of `views`: version 99; the"
                + " plan says version 1");
    assertThat(response.entities().get(0).error(0)).isEmpty();
    assertThat(response.entities().get(1).values()).containsExactly(1L, 1L, 5L, 0L);
  }

  /** A rep of another version, undamaged. */
  private static byte[] fromTheFuture() {
    ByteWriter rep = new ByteWriter();
    rep.writeByte(99);
    rep.writeVarint(1);
    rep.writeChecksum(0);
    return rep.toByteArray();
  }

  @Test
  void theRowAfterACorruptOneIsWhole() {
    publish(W, item(7, 5 * MINUTE, W - 5 * MINUTE, 3));
    for (int i = 0; i < 3; i++) {
      assertThat(values(lookupItem(7))).containsExactly(1L, 1L, 3L, 3L);
    }
  }
}
