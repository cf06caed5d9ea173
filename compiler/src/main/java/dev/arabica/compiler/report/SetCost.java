package dev.arabica.compiler.report;

/**
 * What one lookup of a feature set reads for one row, at worst.
 *
 * @param blocks of groups that are put together on read, fallbacks included
 * @param assembled values that were put together ahead of the request
 * @param snapshotRows versions of snapshot rows, one for each item that is enriched
 */
record SetCost(long blocks, long assembled, long snapshotRows) {
  static final SetCost NONE = new SetCost(0, 0, 0);

  SetCost plus(SetCost other) {
    return new SetCost(
        blocks + other.blocks, assembled + other.assembled, snapshotRows + other.snapshotRows);
  }
}
