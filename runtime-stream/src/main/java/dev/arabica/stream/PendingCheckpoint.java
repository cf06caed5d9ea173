package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What all tasks of a source finished before one checkpoint, until it is committed. Every block
 * that ends at or before {@link #clockMillis} is in it or in one before it.
 */
final class PendingCheckpoint {
  private static final Flush.Kind[] KINDS = Flush.Kind.values();

  private final long id;
  private final long clockMillis;
  private final Map<Flush.Kind, List<byte[]>> files;
  private final Tally tally;

  private PendingCheckpoint(
      long id, long clockMillis, Map<Flush.Kind, List<byte[]>> files, Tally tally) {
    this.id = id;
    this.clockMillis = clockMillis;
    this.files = files;
    this.tally = tally;
  }

  /** Of all that came since the barrier before. */
  static PendingCheckpoint of(long id, List<Flush> flushes) {
    Map<Flush.Kind, List<byte[]>> files = new EnumMap<>(Flush.Kind.class);
    Tally tally = new Tally();
    long clock = Long.MAX_VALUE;
    for (Flush flush : flushes) {
      tally.add(flush.tally());
      if (flush.hasFiles()) {
        files.computeIfAbsent(flush.kind(), kind -> new ArrayList<>()).add(flush.files());
      }
      if (flush.kind() == Flush.Kind.BLOCKS) {
        clock = Math.min(clock, flush.clockMillis());
      }
    }
    long least = clock == Long.MAX_VALUE ? ClockTime.UNSTARTED : clock;
    return new PendingCheckpoint(id, least, files, tally);
  }

  long id() {
    return id;
  }

  /** The clock of the source at the barrier. */
  long clockMillis() {
    return clockMillis;
  }

  /** What was counted since the checkpoint before. */
  Tally tally() {
    return tally;
  }

  List<byte[]> files(Flush.Kind kind) {
    return files.getOrDefault(kind, List.of());
  }

  boolean isEmpty() {
    return files.isEmpty();
  }

  void write(ByteWriter out) {
    out.writeLong(id);
    out.writeLong(clockMillis);
    for (Flush.Kind kind : KINDS) {
      out.writeVarint(files(kind).size());
      files(kind).forEach(out::writeBytes);
    }
    tally.write(out);
  }

  static PendingCheckpoint read(ByteReader in) {
    long id = in.readLong();
    long clock = in.readLong();
    Map<Flush.Kind, List<byte[]>> files = new EnumMap<>(Flush.Kind.class);
    for (Flush.Kind kind : KINDS) {
      int count = in.readCount(1);
      for (int i = 0; i < count; i++) {
        files.computeIfAbsent(kind, k -> new ArrayList<>()).add(in.readBytes());
      }
    }
    return new PendingCheckpoint(id, clock, files, Tally.read(in));
  }
}
