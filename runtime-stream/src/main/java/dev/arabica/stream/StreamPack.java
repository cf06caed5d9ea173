package dev.arabica.stream;

import dev.arabica.core.plan.GroupPlan;

/**
 * A pack that the stream builds blocks of.
 *
 * @param index its place among the packs of its source
 */
record StreamPack(int index, GroupPlan group, GroupPlan.Pack pack) {

  String id() {
    return pack.id();
  }

  long baseMicros() {
    return group.ladder().baseSize();
  }
}
