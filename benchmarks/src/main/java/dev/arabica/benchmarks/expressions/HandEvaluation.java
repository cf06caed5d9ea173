package dev.arabica.benchmarks.expressions;

import dev.arabica.core.type.Row;

/** The limit: the same in Java, by hand, nulls and all. */
final class HandEvaluation extends Evaluation {
  HandEvaluation(Row[] rows) {
    super(rows);
  }

  @Override
  boolean passes(Row row) {
    return isWatched((String) row.getRef(Rows.SURFACE))
        && !row.isNull(Rows.MUTED)
        && !row.getBoolean(Rows.MUTED)
        && !row.isNull(Rows.VIEW_MS)
        && row.getLong(Rows.VIEW_MS) >= 1_000;
  }

  private static boolean isWatched(String surface) {
    return surface != null
        && switch (surface) {
          case "feed", "search", "profile" -> true;
          default -> false;
        };
  }

  @Override
  double seconds(Row row) {
    return row.isNull(Rows.VIEW_MS) ? NULL : row.getLong(Rows.VIEW_MS) / 1_000.0;
  }

  @Override
  double share(Row row) {
    if (row.isNull(Rows.VIEW_MS) || row.isNull(Rows.LENGTH_MS)) {
      return NULL;
    }
    long length = row.getLong(Rows.LENGTH_MS);
    return length == 0
        ? NULL
        : Math.max(0.0, Math.min(1.0, (double) row.getLong(Rows.VIEW_MS) / length));
  }
}
