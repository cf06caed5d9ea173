package dev.arabica.stream;

import org.apache.flink.util.OutputTag;

/** The side outputs of the job. */
final class Outputs {
  /** What every task hands to the committer before a barrier. */
  static final OutputTag<Flush> FLUSHES = new OutputTag<>("flushes", WireType.FLUSHES);

  private Outputs() {}
}
