package dev.arabica.benchmarks.expressions;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Random;

/** Rows of a source; one in sixteen of the values of a column is null. */
final class Rows {
  static final int SURFACE = 0;
  static final int MUTED = 1;
  static final int VIEW_MS = 2;
  static final int LENGTH_MS = 3;

  static final RowType TYPE =
      new RowType(
          List.of(
              new Type.Field("surface", Type.STRING, true),
              new Type.Field("muted", Type.BOOL, true),
              new Type.Field("view_ms", Type.INT64, true),
              new Type.Field("length_ms", Type.INT64, true)));

  private static final List<String> SURFACES =
      List.of("feed", "search", "profile", "notification", "embed", "link");

  private Rows() {}

  /** Few enough for the cache; every row has strings of its own, as from a decoder. */
  static Row[] of(int size) {
    Random random = new Random(size);
    Row[] rows = new Row[size];
    for (int i = 0; i < size; i++) {
      Row row = new Row(TYPE);
      if (random.nextInt(16) > 0) {
        row.setRef(SURFACE, new String(SURFACES.get(random.nextInt(SURFACES.size()))));
      }
      if (random.nextInt(16) > 0) {
        row.setBoolean(MUTED, random.nextInt(4) == 0);
      }
      if (random.nextInt(16) > 0) {
        row.setLong(VIEW_MS, random.nextInt(60_000));
      }
      if (random.nextInt(16) > 0) {
        row.setLong(LENGTH_MS, random.nextInt(8) * 15_000);
      }
      rows[i] = row;
    }
    return rows;
  }
}
