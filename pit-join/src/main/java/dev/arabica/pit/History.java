package dev.arabica.pit;

import java.io.Serializable;
import java.util.List;

/**
 * What the tasks of a join need to know of the past besides blocks: the seals of each pack and the
 * coverage of each group, at every revision.
 *
 * @param packIds sorted
 * @param seals by position of the pack
 * @param completeFrom by position of the group; microseconds
 */
record History(List<String> packIds, List<SealHistory> seals, List<Steps> completeFrom)
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

  long completeFrom(int group, long revision) {
    return completeFrom.get(group).at(revision);
  }
}
