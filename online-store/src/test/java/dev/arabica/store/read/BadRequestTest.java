package dev.arabica.store.read;

import static dev.arabica.store.read.Videos.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.store.BlockStore;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.store.read.LookupException.Kind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a request is said by kind and by name. */
class BadRequestTest {
  private static final Instant NOW = Instant.parse("2025-11-29T16:10:05Z");

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

  private void refused(LookupRequest request, Kind kind, String message) {
    LookupException e = catchThrowableOfType(LookupException.class, () -> reader.lookup(request));
    assertThat(e).isNotNull();
    assertThat(e.kind()).isEqualTo(kind);
    assertThat(e).hasMessageContaining(message);
  }

  private static LookupRequest item(Object id) {
    return LookupRequest.ofFeatures(List.of("item.ms_last_6h"), Map.of("item_id", id));
  }

  @Test
  void unknownNames() {
    Map<String, Object> key = Map.of("item_id", 7);
    refused(
        LookupRequest.ofSet("rankin", Map.of()),
        Kind.UNKNOWN_FEATURE_SET,
        "unknown feature set `rankin`; the plan has app.ranking");
    refused(
        LookupRequest.ofFeatures(List.of("item.clicks"), key),
        Kind.UNKNOWN_FEATURE,
        "unknown feature of `item` `clicks`; the plan has views_last_1h");
    refused(
        LookupRequest.ofFeatures(List.of("itm.views_last_1h"), key),
        Kind.UNKNOWN_FEATURE,
        "unknown feature group `itm`; the plan has app.item");
    refused(
        LookupRequest.ofFeatures(List.of("views"), key),
        Kind.UNKNOWN_FEATURE,
        "`views` names no feature; write `group.feature`");
    refused(LookupRequest.ofFeatures(List.of(), key), Kind.NOTHING_ASKED, "no feature");
  }

  @Test
  void keys() {
    refused(
        LookupRequest.ofSet("ranking", Map.of("viewer", "u1")),
        Kind.MISSING_KEY,
        "key `item` (int64) is missing");
    refused(
        LookupRequest.ofSet("ranking", Map.of("viewer", "u1", "item", 1, "itme", 2)),
        Kind.UNKNOWN_KEY,
        "unknown key `itme`; the keys are viewer, item");
    refused(
        LookupRequest.ofSet("ranking", Map.of("viewer", 1L, "item", 1)),
        Kind.WRONG_KEY_TYPE,
        "key `viewer` is of type string, which `1` (Long) is not");
    refused(
        LookupRequest.ofSet("ranking", Map.of("viewer", "\uD83D", "item", 1)),
        Kind.WRONG_KEY_TYPE,
        "key `viewer` is of type string");
    refused(item("seven"), Kind.WRONG_KEY_TYPE, "which the text `seven` is not");
    refused(item("7.0"), Kind.WRONG_KEY_TYPE, "int64");
    refused(item(7.0), Kind.WRONG_KEY_TYPE, "(Double)");
    refused(item(""), Kind.WRONG_KEY_TYPE, "``");
  }

  @Test
  void oneBadEntityRefusesTheRequest() {
    refused(
        item(1).about(List.of(Map.of("item_id", 1), Map.of("item_id", "x"))),
        Kind.WRONG_KEY_TYPE,
        "`x`");
  }

  @Test
  void times() {
    long now = Instants.toMicros(NOW);
    refused(
        item(1).at(now + FeatureReader.MAX_AHEAD + 1),
        Kind.REQUEST_TIME_AHEAD,
        "request_time_ahead: the request's time is 60 s ahead of the server's clock");
    assertThat(reader.lookup(item(1).at(now + FeatureReader.MAX_AHEAD)).entities()).hasSize(1);
    refused(item(1).at(Long.MAX_VALUE), Kind.REQUEST_TIME_AHEAD, "ahead");
    refused(item(1).at(Long.MIN_VALUE), Kind.TIME_OUT_OF_RANGE, "year 1");
  }

  @Test
  void keysAreTakenAsValuesOrAsText() {
    assertThat(KeyValues.typed("k", Type.INT64, (short) 3)).isEqualTo(3L);
    assertThat(KeyValues.typed("k", Type.INT64, "-3")).isEqualTo(-3L);
    assertThat(KeyValues.typed("k", Type.BOOL, "true")).isEqualTo(true);
    assertThat(KeyValues.typed("k", Type.BOOL, "false")).isEqualTo(false);
    assertThat(KeyValues.typed("k", Type.STRING, "")).isEqualTo("");
    assertThat(KeyValues.typed("k", Type.DATE, "1970-01-03")).isEqualTo(2L);
    assertThat(KeyValues.typed("k", Type.DATE, LocalDate.EPOCH)).isEqualTo(0L);
    assertThat(KeyValues.typed("k", Type.TIMESTAMP, "1970-01-01T00:00:01Z")).isEqualTo(1_000_000L);
    assertThat(KeyValues.typed("k", Type.TIMESTAMP, Instant.EPOCH)).isEqualTo(0L);
    Type money = new Type.DecimalType(4, 2);
    for (Object three : new Object[] {3, 3L, "3", "3.000", new BigDecimal("3.0")}) {
      assertThat(KeyValues.typed("k", money, three)).isEqualTo(new BigDecimal("3.00"));
    }
    for (Object wrong : new Object[] {3.0, 100, "1.234", "1e999999999", "", true}) {
      assertThatThrownBy(() -> KeyValues.typed("k", money, wrong))
          .isInstanceOf(LookupException.class)
          .hasMessageContaining("decimal(4, 2)");
    }
    assertThat(KeyValues.typed("k", Type.BYTES, "AQI=")).isEqualTo(new byte[] {1, 2});
    LookupException e =
        catchThrowableOfType(
            LookupException.class, () -> KeyValues.typed("k", Type.INT32, 1L << 40));
    assertThat(e.kind()).isEqualTo(Kind.WRONG_KEY_TYPE);
  }
}
