package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.TreeMap;
import java.util.UUID;

/** What the committer of one source keeps in checkpoints. */
final class CommitterState {
  private static final int VERSION = 1;

  private final String job;
  private final Tally total;
  private final TreeMap<Long, PendingCheckpoint> pending;
  private long toldClockMillis = ClockTime.UNSTARTED;
  private boolean announced;

  private CommitterState(String job, Tally total, TreeMap<Long, PendingCheckpoint> pending) {
    this.job = job;
    this.total = total;
    this.pending = pending;
  }

  /** Of a job that starts anew: its commits are told from those of every other by a new uid. */
  static CommitterState fresh() {
    return new CommitterState(UUID.randomUUID().toString(), new Tally(), new TreeMap<>());
  }

  /** Names the commits of this job, over all its restarts. */
  String job() {
    return job;
  }

  /** All that was counted up to the last checkpoint that is committed. */
  Tally total() {
    return total;
  }

  /** By checkpoint, those that are not committed yet. */
  TreeMap<Long, PendingCheckpoint> pending() {
    return pending;
  }

  /** The clock of the last commit that was made to tell it. */
  long toldClockMillis() {
    return toldClockMillis;
  }

  /** Whether a commit has told that the source is streamed, and from when on it is complete. */
  boolean announced() {
    return announced;
  }

  void told(long clockMillis) {
    announced = true;
    toldClockMillis = Math.max(toldClockMillis, clockMillis);
  }

  byte[] toBytes() {
    ByteWriter out = new ByteWriter();
    out.writeByte(VERSION);
    out.writeString(job);
    total.write(out);
    out.writeLong(toldClockMillis);
    out.writeByte(announced ? 1 : 0);
    out.writeVarint(pending.size());
    pending.values().forEach(checkpoint -> checkpoint.write(out));
    return out.toByteArray();
  }

  static CommitterState fromBytes(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new CorruptBytesException(
          "a committer's state of version " + version + "; this build reads " + VERSION);
    }
    CommitterState state = new CommitterState(in.readString(), Tally.read(in), new TreeMap<>());
    state.toldClockMillis = in.readLong();
    state.announced = in.readByte() == 1;
    int count = in.readCount(1);
    for (int i = 0; i < count; i++) {
      PendingCheckpoint checkpoint = PendingCheckpoint.read(in);
      state.pending.put(checkpoint.id(), checkpoint);
    }
    in.expectEnd();
    return state;
  }
}
