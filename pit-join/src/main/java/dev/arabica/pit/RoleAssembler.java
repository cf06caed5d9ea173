package dev.arabica.pit;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.assemble.FeatureRow;
import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;

/** Assembles the features of one role; rows that ask the same of the same key cost one assembly. */
final class RoleAssembler {
  /** Stands for "nothing had been published": whatever is asked, nothing can be said. */
  static final long NOTHING_PUBLISHED = Long.MIN_VALUE;

  private final Roles.Role role;
  private final boolean allowPartial;
  private final long baseSize;
  private final WindowAssembler assembler;
  private final RoleValues values;
  private long time;
  private long watermark;
  private long revision;
  private byte[] last;

  RoleAssembler(Roles.Role role, boolean allowPartial) {
    this.role = role;
    this.allowPartial = allowPartial;
    this.baseSize = role.plan().ladder().baseSize();
    this.assembler = new WindowAssembler(role.plan(), role.features());
    this.values = new RoleValues(assembler.rowType());
  }

  /** To be called before the first request of another key. */
  void nextKey() {
    last = null;
  }

  /** The role's encoded values for a request. */
  byte[] assemble(long exactTime, long atWatermark, long atRevision, KeyBlocks blocks) {
    // Windows are those of the request's block, and a value depends on its window alone.
    long atTime = Window.floor(exactTime, baseSize);
    if (last == null || time != atTime || watermark != atWatermark || revision != atRevision) {
      time = atTime;
      watermark = atWatermark;
      revision = atRevision;
      fill(blocks);
      last = values.toBytes();
    }
    return last;
  }

  private void fill(KeyBlocks blocks) {
    FeatureRow row = values.row();
    values.reset(blocks.isEmpty());
    if (watermark == NOTHING_PUBLISHED) {
      row.setAllNull(FeatureStatus.STALE);
      return;
    }
    WindowAssembler.Request request = new WindowAssembler.Request(time, watermark, allowPartial);
    try {
      assembler.assemble(request, blocks.asOf(revision), row);
    } catch (CorruptBytesException e) {
      row.setAllNull(FeatureStatus.CORRUPT);
      values.setProblem(e.getMessage());
    }
  }
}
