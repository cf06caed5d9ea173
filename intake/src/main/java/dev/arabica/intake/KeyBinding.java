package dev.arabica.intake;

import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;

/** A group's filter and key, bound to the rows of its source. An instance belongs to one thread. */
public final class KeyBinding {
  /** Returned by {@link #keyOf} for an event with a null key column; recognised by its length 0. */
  public static final byte[] NULL_KEY = new byte[0];

  private final Evaluator where;
  private final Evaluator[] columns;
  private final ByteWriter buffer = new ByteWriter(64);

  public KeyBinding(GroupPlan group, RowType rowType) {
    this.where = group.where().map(e -> Evaluators.compile(e, rowType)).orElse(null);
    this.columns =
        group.keys().stream()
            .map(key -> Evaluators.compile(key.expr(), rowType))
            .toArray(Evaluator[]::new);
  }

  /**
   * The canonical key bytes of an event of the group; null if the filter leaves the event out (a
   * filter that is null is false); {@link #NULL_KEY} if it passes but has no key.
   */
  public byte[] keyOf(Row row) {
    if (where != null && !where.isTrue(row)) {
      return null;
    }
    buffer.reset();
    for (Evaluator column : columns) {
      Object value = column.value(row);
      if (value == null) {
        return NULL_KEY;
      }
      KeyCodec.write(buffer, column.type(), value);
    }
    return buffer.toByteArray();
  }

  /** Whether the bytes are {@link #NULL_KEY}. */
  public static boolean isNullKey(byte[] key) {
    return key != null && key.length == 0;
  }
}
