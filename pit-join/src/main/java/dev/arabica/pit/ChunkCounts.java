package dev.arabica.pit;

import dev.arabica.core.agg.FeatureStatus;
import java.io.Serializable;

/** What was counted while one chunk's rows were written. */
final class ChunkCounts implements Serializable {
  private static final long serialVersionUID = 1;

  final int chunk;
  final long[] statuses = new long[FeatureStatus.values().length];
  long rows;
  long unseen;
  String problem;

  ChunkCounts(int chunk) {
    this.chunk = chunk;
  }

  void count(FeatureStatus status) {
    statuses[status.ordinal()]++;
  }
}
