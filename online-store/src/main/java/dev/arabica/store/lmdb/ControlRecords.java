package dev.arabica.store.lmdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.store.StoreException;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.PackCoverage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.lmdbjava.CursorIterable;
import org.lmdbjava.Dbi;
import org.lmdbjava.KeyRange;
import org.lmdbjava.Txn;

/**
 * The control state as LMDB records: one each for the format, the published revision, every
 * source's watermark, start and coverage, every pack's seals. A flip rewrites only what changed and
 * counts itself, so that readers parse the state once for each flip and not once for each lookup.
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
  private static final String STREAMED = "streamed/";
  private static final String REPAIRED_RAW = "repaired_raw/";
  private static final String COVERAGE = "coverage/";

  private final Dbi<ByteBuffer> records;
  private volatile Parsed newest = new Parsed(0, ControlState.START);

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
    long found = in.readSignedVarint();
    if (found != FORMAT) {
      throw new StoreException(
          "the store " + where + " has format " + found + "; this build reads format " + FORMAT);
    }
  }

  long publishedRevision(Txn<ByteBuffer> txn) {
    ByteReader in = reader(records.get(txn, PUBLISHED));
    if (in == null) {
      return ControlState.START.revision();
    }
    in.readVarint();
    return in.readVarint();
  }

  /** The state as the transaction sees it. */
  ControlState read(Txn<ByteBuffer> txn) {
    ByteReader in = reader(records.get(txn, PUBLISHED));
    if (in == null) {
      return ControlState.START;
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
    requireForward(before, next);
    putChanged(txn, WATERMARK, before.watermarks(), next.watermarks(), ControlRecords::number);
    putChanged(
        txn, COMPLETE_FROM, before.completeFrom(), next.completeFrom(), ControlRecords::number);
    putChanged(txn, SEALED, before.sealed(), next.sealed(), ControlRecords::ranges);
    putChanged(txn, REPAIRED_RAW, before.repairedRaw(), next.repairedRaw(), ControlRecords::number);
    putChanged(txn, COVERAGE, before.coverage(), next.coverage(), ControlRecords::coverage);
    for (String source : next.streamed()) {
      if (!before.streamed().contains(source)) {
        put(txn, STREAMED + source, new ByteWriter());
      }
    }
    ByteReader in = reader(records.get(txn, PUBLISHED));
    ByteWriter out = new ByteWriter(20);
    out.writeVarint(in == null ? 1 : in.readVarint() + 1);
    out.writeVarint(next.revision());
    put(txn, PUBLISHED_KEY, out);
  }

  private static void requireForward(ControlState before, ControlState next) {
    if (next.revision() < before.revision()) {
      throw new IllegalArgumentException(
          "revision " + next.revision() + " cannot be published after " + before.revision());
    }
    before
        .watermarks()
        .forEach(
            (source, watermark) -> {
              long later = next.watermark(source).orElse(Long.MIN_VALUE);
              if (later < watermark) {
                throw new IllegalArgumentException(
                    "the watermark of `"
                        + source
                        + "` cannot go back from "
                        + Instants.pretty(watermark)
                        + " to "
                        + Instants.pretty(later));
              }
            });
  }

  private <V> void putChanged(
      Txn<ByteBuffer> txn,
      String prefix,
      Map<String, V> before,
      Map<String, V> next,
      Function<V, ByteWriter> encode) {
    next.forEach(
        (name, value) -> {
          if (!value.equals(before.get(name))) {
            put(txn, prefix + name, encode.apply(value));
          }
        });
  }

  private ControlState parse(Txn<ByteBuffer> txn, long revision) {
    Facts facts = new Facts();
    try (CursorIterable<ByteBuffer> all = records.iterate(txn, KeyRange.all())) {
      for (CursorIterable.KeyVal<ByteBuffer> record : all) {
        String key = new String(bytes(record.key()), UTF_8);
        try {
          facts.add(key, new ByteReader(bytes(record.val())));
        } catch (CorruptBytesException e) {
          throw new CorruptBytesException("control record `" + key + "`: " + e.getMessage(), e);
        }
      }
    }
    return new ControlState(
        revision,
        facts.watermarks,
        facts.completeFrom,
        facts.sealed,
        facts.streamed,
        facts.repairedRaw,
        facts.coverage);
  }

  /** What the records of one state add up to. */
  private static final class Facts {
    private final Map<String, Long> watermarks = new HashMap<>();
    private final Map<String, Long> completeFrom = new HashMap<>();
    private final Map<String, SealedRanges> sealed = new HashMap<>();
    private final Set<String> streamed = new HashSet<>();
    private final Map<String, Long> repairedRaw = new HashMap<>();
    private final Map<String, PackCoverage> coverage = new HashMap<>();

    void add(String key, ByteReader in) {
      int slash = key.indexOf('/') + 1;
      String name = key.substring(slash);
      switch (key.substring(0, slash)) {
        case WATERMARK -> watermarks.put(name, in.readSignedVarint());
        case COMPLETE_FROM -> completeFrom.put(name, in.readSignedVarint());
        case SEALED -> sealed.put(name, ranges(in));
        case STREAMED -> streamed.add(name);
        case REPAIRED_RAW -> repairedRaw.put(name, in.readSignedVarint());
        case COVERAGE -> coverage.put(name, coverage(in));
        default -> {
          // The format and the published revision, read on their own.
        }
      }
    }
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

  private static ByteWriter coverage(PackCoverage coverage) {
    ByteWriter out = new ByteWriter();
    out.writeVarint(coverage.packs().size());
    coverage
        .packs()
        .forEach(
            (pack, ranges) -> {
              out.writeString(pack);
              out.writeVarint(ranges.ranges().size());
              for (TimeRanges.Range range : ranges.ranges()) {
                out.writeSignedVarint(range.from());
                out.writeSignedVarint(range.to());
              }
            });
    return out;
  }

  private static PackCoverage coverage(ByteReader in) {
    Map<String, TimeRanges> packs = new HashMap<>();
    for (int i = in.readCount(2); i > 0; i--) {
      String pack = in.readString();
      List<TimeRanges.Range> ranges = new ArrayList<>();
      for (int j = in.readCount(2); j > 0; j--) {
        ranges.add(new TimeRanges.Range(in.readSignedVarint(), in.readSignedVarint()));
      }
      packs.put(pack, new TimeRanges(ranges));
    }
    return new PackCoverage(packs);
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
    ByteWriter out = new ByteWriter(10);
    out.writeSignedVarint(value);
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
