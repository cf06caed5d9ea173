package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What an explanation says was counted is as much as the value counts, whatever the data. */
final class ExplanationParityTest {
  private static final int SEEDS = 20;
  private static final int REQUESTS = 20;

  @TestFactory
  Stream<DynamicTest> asManyRowsAreMarkedAsTheValueCounts() {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  private static void compare(long seed) {
    // Neighbouring seeds begin with nearly the same numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Plan plan = HostilePlan.of(random);
    SourcePlan source = plan.sources().get(0);
    GroupPlan group = plan.groups().get(0);
    List<Event> events = new HostileEvents(random).events(source, 1 + random.nextInt(400));
    ReferenceEngine engine = new ReferenceEngine(plan, Map.of(source.name(), events));
    Explainer explainer = new Explainer(engine);
    for (int i = 0; i < REQUESTS; i++) {
      List<Object> key = key(group, random);
      long time = new HostileEvents(random).time() + Instants.MICROS_PER_HOUR;
      Long watermark = random.nextBoolean() ? null : time - random.nextInt(1_000_000_000);
      for (GroupPlan.Feature feature : counts(group)) {
        Explanation why = explainer.explain(group.name(), feature.name(), key, time, watermark);
        assertThat(why.origin().get().rows()).hasSameSizeAs(events);
        if (why.value().status() == FeatureStatus.OK) {
          assertThat(counted(why)).as("%s of %s", feature, key).isEqualTo(why.value().value());
        }
      }
    }
  }

  /** The features that count, and do so where there is nothing too. */
  private static List<GroupPlan.Feature> counts(GroupPlan group) {
    return group.features().stream()
        .filter(feature -> feature.defaultValue().isEmpty())
        .filter(
            feature ->
                group
                    .packs()
                    .get(feature.pack())
                    .aggregates()
                    .get(feature.aggregate())
                    .function()
                    .equals("count"))
        .toList();
  }

  private static long counted(Explanation why) {
    return why.origin().get().rows().stream()
        .filter(row -> row.verdict() instanceof Verdict.Counted)
        .count();
  }

  private static List<Object> key(GroupPlan group, Random random) {
    List<Object> key = new ArrayList<>();
    key.add("u" + random.nextInt(3));
    if (group.keys().size() > 1) {
      key.add((long) random.nextInt(2));
    }
    return key;
  }
}
