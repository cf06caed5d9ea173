package dev.arabica.pit;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.intake.SpineRow;
import java.util.List;
import java.util.OptionalLong;

/** Decides for each spine row at which revision and up to which watermark it reads. */
final class RowResolver {
  private final Roles roles;
  private final Blocks blocks;
  private Committed committed;

  RowResolver(Roles roles, Blocks blocks, Committed committed) {
    this.roles = roles;
    this.blocks = blocks;
    this.committed = committed;
  }

  /** Goes on with what has been committed since. */
  void refresh(Committed newer) {
    committed = newer;
  }

  /**
   * Fills {@code out}.
   *
   * @throws BeyondCommittedException if the row needs what Iceberg has not committed
   */
  void resolve(SpineRow in, StagedRow out) {
    setColumns(in.columns(), out);
    out.hasTime = in.time() != null;
    out.approximate = false;
    if (!out.hasTime) {
      return;
    }
    out.time = in.time();
    out.revision = revision(in, out);
    List<GroupPlan> groups = roles.groups();
    for (int i = 0; i < groups.size(); i++) {
      out.watermarks[i] = watermark(groups.get(i), in, out);
    }
    for (int i = 0; i < out.keys.length; i++) {
      out.keys[i] = roles.roles().get(i).key(in.keys());
    }
  }

  private static void setColumns(List<Object> columns, StagedRow out) {
    for (int i = 0; i < columns.size(); i++) {
      out.columns.setValue(i, columns.get(i));
    }
  }

  private long revision(SpineRow in, StagedRow out) {
    if (blocks == Blocks.CORRECTED) {
      return Long.MAX_VALUE;
    }
    if (in.readRevision() == null) {
      out.approximate = true;
      return committed.revisionAt(out.time);
    }
    long revision = in.readRevision();
    if (revision > committed.revision()) {
      throw new BeyondCommittedException(
          name(in)
              + " has read_revision "
              + revision
              + ", but Iceberg has committed up to revision "
              + committed.revision());
    }
    return revision;
  }

  private long watermark(GroupPlan group, SpineRow in, StagedRow out) {
    long given = in.watermark(group.name());
    if (given != Window.NO_WATERMARK) {
      requireCommitted(in, group, given, "feature_watermark");
      return given;
    }
    if (out.revision == Long.MAX_VALUE || out.approximate) {
      if (committed.isStreamed(group.source())) {
        requireCommitted(in, group, out.time, "event_ts");
      }
    }
    boolean published = committed.watermark(group.source(), Long.MAX_VALUE).isPresent();
    if (blocks == Blocks.CORRECTED && published) {
      return Window.NO_WATERMARK;
    }
    return committed
        .watermark(group.source(), out.revision)
        .orElse(RoleAssembler.NOTHING_PUBLISHED);
  }

  private void requireCommitted(SpineRow in, GroupPlan group, long time, String column) {
    OptionalLong reached = committed.watermark(group.source(), Long.MAX_VALUE);
    long needed = Window.floor(time, group.ladder().baseSize());
    if (reached.isPresent() && needed <= reached.getAsLong()) {
      return;
    }
    throw new BeyondCommittedException(
        name(in)
            + " has "
            + column
            + " "
            + Instants.pretty(time)
            + ", but Iceberg has committed the blocks of `"
            + group.name()
            + "` "
            + (reached.isEmpty() ? "not at all" : "up to " + Instants.pretty(reached.getAsLong())));
  }

  private static String name(SpineRow in) {
    return "spine row " + (in.index() + 1);
  }
}
