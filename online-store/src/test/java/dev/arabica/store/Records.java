package dev.arabica.store;

import dev.arabica.core.time.Instants;
import dev.arabica.tables.ControlState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Block records with readable content, and a reader that shows them as text. */
public final class Records {
  public static final String PACK = "000102030405060708090a0b0c0d0e0f";
  public static final String OTHER_PACK = "ff0102030405060708090a0b0c0d0e0f";
  public static final long M5 = 5 * Instants.MICROS_PER_MINUTE;
  public static final long H1 = Instants.MICROS_PER_HOUR;

  private Records() {}

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A five-minute block by its number. */
  public static BlockRecord record(String key, long block, long revision, String rep) {
    return record(PACK, key, M5, block, revision, rep);
  }

  public static BlockRecord record(
      String pack, String key, long size, long block, long revision, String rep) {
    return new BlockRecord(pack, bytes(key), size, block * size, revision, bytes(rep));
  }

  /** A control state that says nothing but the revision. */
  public static ControlState revision(long revision) {
    return new ControlState(revision, Map.of(), Map.of(), Map.of(), Set.of(), Map.of(), Map.of());
  }

  /** All five-minute blocks of a key, as {@code number@revision=rep}. */
  public static List<String> all(BlockStore store, String key) {
    try (ReadSession session = store.read()) {
      return scan(session, PACK, key, M5, -1000, 1_000_000);
    }
  }

  /** Blocks numbered {@code [from, to)}. */
  public static List<String> scan(
      ReadSession session, String pack, String key, long size, long from, long to) {
    List<String> found = new ArrayList<>();
    session.scan(
        pack,
        bytes(key),
        size,
        from * size,
        to * size,
        (start, revision, rep) -> {
          String text = new String(rep.readRaw(rep.remaining()), StandardCharsets.UTF_8);
          found.add(start / size + "@" + revision + "=" + text);
        });
    return found;
  }
}
