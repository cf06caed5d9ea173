package dev.arabica.tables;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.io.CloseableIterable;

/** Small parts that the tests share. */
final class Samples {
  static final long FIVE_MINUTES = 5 * Instants.MICROS_PER_MINUTE;
  static final long NOON = Instants.parse("2025-11-29T12:00:00Z");

  private Samples() {}

  static BlockRow block(String key, long start, int rep) {
    return block(key, start, rep, Origin.STREAM);
  }

  static BlockRow block(String key, long start, int rep, Origin origin) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return BlockRow.of(bytes, start, FIVE_MINUTES, "pack", new byte[] {1, (byte) rep}, origin);
  }

  static SourcePlan source(String name, SourceField... fields) {
    return new SourcePlan(
        name,
        Optional.empty(),
        "events." + name,
        List.of(fields),
        new Expr.Column("at", Type.TIMESTAMP),
        0,
        0,
        0,
        Optional.empty());
  }

  static SourceField field(String name, Type type) {
    return new SourceField(name, type, true, TimeEncoding.ISO);
  }

  static <T> List<T> all(CloseableIterable<T> rows) throws Exception {
    List<T> list = new ArrayList<>();
    try (rows) {
      rows.forEach(list::add);
    }
    return list;
  }
}
