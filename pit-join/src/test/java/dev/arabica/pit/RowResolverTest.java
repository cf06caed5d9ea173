package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.SpineRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RowResolverTest {
  private static final long T = 100 * Views.HOUR;
  private static final Roles ROLES = Roles.of(Views.PLAN, "rank");

  @Test
  void correctedReadsTheHighestRevisionUpToTheRowsBlock() {
    StagedRow row = resolve(Blocks.CORRECTED, new Log(false, T), row(T, null, Map.of(), 4L));
    assertThat(row.revision).isEqualTo(Long.MAX_VALUE);
    assertThat(row.watermarks).containsOnly(Window.NO_WATERMARK);
    assertThat(row.approximate).isFalse();
  }

  @Test
  void theGroupsOwnWatermarkComesFirst() {
    StagedRow row =
        resolve(
            Blocks.CORRECTED,
            new Log(true, T),
            row(T, T - Views.HOUR, Map.of("test.user", T - 2 * Views.HOUR), null));
    assertThat(row.watermarks).containsExactly(T - Views.HOUR, T - 2 * Views.HOUR);
  }

  @Test
  void asServedTakesTheWatermarkOfTheRevision() {
    StagedRow row = resolve(Blocks.AS_SERVED, new Log(true, T), row(T, null, Map.of(), 2L));
    assertThat(row.revision).isEqualTo(2);
    assertThat(row.watermarks).containsOnly(Log.EARLY);
    assertThat(row.approximate).isFalse();
  }

  @Test
  void withoutARevisionTheTimeDecidesAndTheRowIsMarked() {
    StagedRow row = resolve(Blocks.AS_SERVED, new Log(true, T), row(T, null, Map.of(), null));
    assertThat(row.revision).isEqualTo(3);
    assertThat(row.approximate).isTrue();
    assertThat(row.watermarks).containsOnly(T);
  }

  @Test
  void beforeTheFirstCommitNothingWasPublished() {
    StagedRow row =
        resolve(Blocks.AS_SERVED, new Log(false, T), row(Log.EARLY - 1, null, Map.of(), null));
    assertThat(row.revision).isZero();
    assertThat(row.watermarks).containsOnly(RoleAssembler.NOTHING_PUBLISHED);
  }

  @Test
  void refusesWhatIsBeyondTheCommitted() {
    long later = T + Views.HOUR;
    refuses(Blocks.AS_SERVED, true, row(T, later, Map.of(), 3L), "feature_watermark");
    refuses(Blocks.CORRECTED, false, row(T, later, Map.of(), null), "feature_watermark");
    refuses(Blocks.CORRECTED, true, row(later, null, Map.of(), null), "event_ts");
    refuses(Blocks.AS_SERVED, true, row(later, null, Map.of(), null), "event_ts");
    refuses(Blocks.AS_SERVED, true, row(T, T, Map.of(), 4L), "revision 4");
    resolve(Blocks.CORRECTED, new Log(false, T), row(later, null, Map.of(), null));
    resolve(Blocks.CORRECTED, new Log(true, T), row(T + Views.MINUTE, null, Map.of(), null));
  }

  @Test
  void anUnpublishedGroupIsBeyondTheCommitted() {
    assertThatThrownBy(
            () -> resolve(Blocks.CORRECTED, new Log(true, Log.NEVER), row(T, null, Map.of(), null)))
        .hasMessageContaining("not at all");
  }

  @Test
  void ofFilesThatNoRepairHasBuiltBlocksOfNothingCanBeSaid() {
    StagedRow row =
        resolve(Blocks.CORRECTED, new Log(false, Log.NEVER), row(T, null, Map.of(), null));
    assertThat(row.watermarks).containsOnly(RoleAssembler.NOTHING_PUBLISHED);
  }

  @Test
  void noTimeAndNullKeysAskNothing() {
    SpineRow noTime =
        new SpineRow(0, List.of("u"), Arrays.asList("u", 1L, null), null, null, Map.of(), 99L);
    assertThat(resolve(Blocks.AS_SERVED, new Log(true, T), noTime).hasTime).isFalse();

    StagedRow row = resolve(Blocks.CORRECTED, new Log(true, T), row(T, null, Map.of(), null));
    assertThat(row.keys[0]).isNotNull();
    assertThat(row.keys[1]).isNotNull();
    assertThat(row.keys[2]).isNull();
  }

  private static void refuses(Blocks blocks, boolean streamed, SpineRow row, String what) {
    assertThatThrownBy(() -> resolve(blocks, new Log(streamed, T), row))
        .isInstanceOf(BeyondCommittedException.class)
        .hasMessageContaining("spine row 8")
        .hasMessageContaining(what)
        .hasMessageContaining("Iceberg has committed");
  }

  private static SpineRow row(Long time, Long watermark, Map<String, Long> own, Long revision) {
    List<Object> keys = Arrays.asList("u", 1L, null);
    return new SpineRow(7, List.of("u"), keys, time, watermark, own, revision);
  }

  private static StagedRow resolve(Blocks blocks, Committed log, SpineRow row) {
    RowType columns =
        new RowType(
            List.of(
                new dev.arabica.core.type.Type.Field(
                    "user_id", dev.arabica.core.type.Type.STRING, true)));
    StagedRow staged = new StagedRow(columns, ROLES.groups().size(), ROLES.roles().size());
    new RowResolver(ROLES, blocks, log).resolve(row, staged);
    return staged;
  }

  /** Three commits: the second and third published a watermark. */
  private record Log(boolean streamed, long reached) implements Committed {
    static final long NEVER = Long.MIN_VALUE;
    static final long EARLY = T - 5 * Views.HOUR;

    @Override
    public long revision() {
      return 3;
    }

    @Override
    public long revisionAt(long micros) {
      return micros < EARLY ? 0 : 3;
    }

    @Override
    public OptionalLong watermark(String source, long revision) {
      if (revision < 2 || reached == NEVER) {
        return OptionalLong.empty();
      }
      return OptionalLong.of(revision < 3 ? EARLY : reached);
    }

    @Override
    public boolean isStreamed(String source) {
      return streamed;
    }

    @Override
    public CoverageHistory coverage(String source, String packId) {
      return new CoverageHistory.Builder().build();
    }

    @Override
    public SealHistory seals(String packId) {
      return new SealHistory(SealedRanges.NONE);
    }
  }
}
