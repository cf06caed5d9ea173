package dev.arabica.store.lmdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.store.ControlState;
import dev.arabica.store.StoreException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.Dbi;
import org.lmdbjava.KeyRange;
import org.lmdbjava.Txn;

/**
 * The control state as LMDB records: one each for the format, the published revision, every
 * source's watermark and coverage, every pack's seals. A flip rewrites only what changed and counts
 * itself, so that readers parse the state once for each flip and not once for each lookup.
 */
final class ControlRecords {
  private static final long FORMAT = 1;

  private static final String FORMAT_KEY = "format";
  private static final String PUBLISHED_KEY = "published";

  /** Read for every lookup; LMDB only looks at it, so that threads may share it. */
  private static final ByteBuffer PUBLISHED = direct(PUBLISHED_KEY.getBytes(UTF_8));

  private static final String WATERMARK = "watermark/";
  private static final String COMPLETE_FROM = "complete_from/";
  private static final String SEALED = "sealed/";

  private final Dbi<ByteBuffer> records;
  private volatile Parsed newest = new Parsed(0, ControlState.EMPTY);

  private record Parsed(long flip, ControlState state) {}

  ControlRecords(Dbi<ByteBuffer> records) {
    this.records = records;
  }

  /** Marks a new store with this build's format, or checks the mark of an old one. */
  void requireFormat(Txn<ByteBuffer> txn, Object where) {
    ByteReader in = get(txn, FORMAT_KEY);
    if (in == null) {
      put(txn, FORMAT_KEY, number(FORMAT));
      return;
    }
    long found = in.readVarint();
    if (found != FORMAT) {
      throw new StoreException(
          "the store " + where + " has format " + found + "; this build reads format " + FORMAT);
    }
  }

  long publishedRevision(Txn<ByteBuffer> txn) {
    ByteReader in = reader(records.get(txn, PUBLISHED));
    if (in == null) {
      return ControlState.NOTHING_PUBLISHED;
    }
    in.readVarint();
    return in.readVarint();
  }

  /** The state as the transaction sees it. */
  ControlState read(Txn<ByteBuffer> txn) {
    ByteReader in = reader(records.get(txn, PUBLISHED));
    if (in == null) {
      return ControlState.EMPTY;
    }
    long flip = in.readVarint();
    Parsed known = newest;
    if (known.flip == flip) {
      return known.state;
    }
    ControlState state = parse(txn, in.readVarint());
    if (flip > known.flip) {
      newest = new Parsed(flip, state);
    }
    return state;
  }

  /** Replaces the state. */
  void write(Txn<ByteBuffer> txn, ControlState next) {
    ControlState before = read(txn);
    before.requireNotAhead(next);
    putChanged(txn, WATERMARK, before.watermarks(), next.watermarks());
    putChanged(txn, COMPLETE_FROM, before.completeFrom(), next.completeFrom());
    next.sealed()
        .forEach(
            (pack, ranges) -> {
              if (!ranges.equals(before.sealed(pack))) {
                put(txn, SEALED + pack, ranges(ranges));
              }
            });
    ByteReader in = reader(records.get(txn, PUBLISHED));
    long flip = in == null ? 0 : in.readVarint();
    ByteWriter out = number(flip + 1);
    out.writeVarint(next.revision());
    put(txn, PUBLISHED_KEY, out);
  }

  private void putChanged(
      Txn<ByteBuffer> txn, String prefix, Map<String, Long> before, Map<String, Long> next) {
    next.forEach(
        (source, micros) -> {
          if (!micros.equals(before.get(source))) {
            ByteWriter out = new ByteWriter();
            out.writeSignedVarint(micros);
            put(txn, prefix + source, out);
          }
        });
  }

  private ControlState parse(Txn<ByteBuffer> txn, long revision) {
    Map<String, Long> watermarks = new HashMap<>();
    Map<String, Long> completeFrom = new HashMap<>();
    Map<String, SealedRanges> sealed = new HashMap<>();
    try (CursorIterable<ByteBuffer> all = records.iterate(txn, KeyRange.all())) {
      for (CursorIterable.KeyVal<ByteBuffer> record : all) {
        String key = new String(bytes(record.key()), UTF_8);
        ByteReader in = new ByteReader(bytes(record.val()));
        try {
          if (key.startsWith(WATERMARK)) {
            watermarks.put(key.substring(WATERMARK.length()), in.readSignedVarint());
          } else if (key.startsWith(COMPLETE_FROM)) {
            completeFrom.put(key.substring(COMPLETE_FROM.length()), in.readSignedVarint());
          } else if (key.startsWith(SEALED)) {
            sealed.put(key.substring(SEALED.length()), ranges(in));
          }
        } catch (CorruptBytesException e) {
          throw new CorruptBytesException("control record `" + key + "`: " + e.getMessage(), e);
        }
      }
    }
    return new ControlState(revision, watermarks, completeFrom, sealed);
  }

  private static ByteWriter ranges(SealedRanges ranges) {
    ByteWriter out = new ByteWriter();
    List<SealedRanges.Range> list = ranges.ranges();
    out.writeVarint(list.size());
    for (SealedRanges.Range range : list) {
      out.writeSignedVarint(range.from());
      out.writeSignedVarint(range.to());
      out.writeVarint(range.revision());
    }
    return out;
  }

  private static SealedRanges ranges(ByteReader in) {
    int count = in.readCount(3);
    List<SealedRanges.Range> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(
          new SealedRanges.Range(in.readSignedVarint(), in.readSignedVarint(), in.readVarint()));
    }
    return SealedRanges.of(list);
  }

  private ByteReader get(Txn<ByteBuffer> txn, String key) {
    return reader(records.get(txn, direct(key.getBytes(UTF_8))));
  }

  private static ByteReader reader(ByteBuffer valueOrNull) {
    return valueOrNull == null ? null : new ByteReader(bytes(valueOrNull));
  }

  private void put(Txn<ByteBuffer> txn, String key, ByteWriter value) {
    records.put(txn, direct(key.getBytes(UTF_8)), direct(value.toByteArray()));
  }

  private static ByteWriter number(long value) {
    ByteWriter out = new ByteWriter(20);
    out.writeVarint(value);
    return out;
  }

  private static ByteBuffer direct(byte[] bytes) {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(0, bytes);
    return bytes;
  }
}
