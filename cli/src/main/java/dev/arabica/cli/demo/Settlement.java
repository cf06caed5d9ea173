package dev.arabica.cli.demo;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Window;
import dev.arabica.store.BlockStore;
import dev.arabica.store.ReadSession;

/** Up to where nothing but a repair can still change what a feature set reads. */
final class Settlement {
  private Settlement() {}

  /**
   * The least watermark of the set's sources, less how late the stream still corrects; whole base
   * blocks.
   */
  static long settledBound(Plan plan, FeatureSetPlan set, BlockStore store) {
    try (ReadSession session = store.read()) {
      return set.members().stream()
          .map(member -> plan.group(member.group()))
          .mapToLong(
              group -> {
                SourcePlan source = plan.source(group.source());
                long watermark = session.control().watermark(source.name()).orElse(0);
                return Window.floor(watermark - source.lateMicros(), group.ladder().baseSize());
              })
          .min()
          .orElseThrow();
    }
  }
}
