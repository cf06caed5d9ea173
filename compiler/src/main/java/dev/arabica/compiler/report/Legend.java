package dev.arabica.compiler.report;

import java.util.List;

/** What the costs in a report assume. */
final class Legend {
  static final List<String> LINES =
      List.of(
          "Costs are estimates. Reads: the most at any time of the day, with a repair every "
              + BlocksKept.sealedEvery()
              + ". Bytes: of a",
          "key with events in every block, as a rule (%d events a block, strings of %d bytes, lists of %d) to"
              .formatted(
                  RepSizes.TYPICAL_EVENTS,
                  SampleValues.TYPICAL.stringBytes(),
                  SampleValues.TYPICAL.listLength()),
          "at most (full reps, strings of %d bytes, lists of %d), without what the store adds. ~: a formula,"
              .formatted(SampleValues.GREATEST.stringBytes(), SampleValues.GREATEST.listLength()),
          "where this build has no code for the aggregate yet.");

  private Legend() {}
}
