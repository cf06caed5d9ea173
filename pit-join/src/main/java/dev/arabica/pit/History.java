package dev.arabica.pit;

import java.io.Serializable;
import java.util.List;

/**
 * What the tasks of a join need to know of the past besides blocks: the seals and the coverage of
 * each pack, at every revision.
 *
 * @param packIds sorted
 * @param seals by position of the pack
 * @param coverage by position of the pack
 */
record History(List<String> packIds, List<SealHistory> seals, List<CoverageHistory> coverage)
    implements Serializable {

  SealHistory seals(int pack) {
    return seals.get(pack);
  }

  int packIndex(String packId) {
    int index = packIds.indexOf(packId);
    if (index < 0) {
      throw new IllegalArgumentException("pack " + packId + " is not read by this feature set");
    }
    return index;
  }

  /** From when on the blocks up to {@code hi} were whole at a revision; microseconds. */
  long completeFrom(int pack, long revision, long hi) {
    return coverage.get(pack).completeFrom(revision, hi);
  }
}
