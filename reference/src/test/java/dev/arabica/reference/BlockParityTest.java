package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.assemble.FeatureRow;
import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Blocks assembled into windows equal the naive scan, to the bit, whatever the data, the order of
 * arrival, the ladder, the seals and the watermark.
 */
final class BlockParityTest {
  private static final int SEEDS = 60;
  private static final int REQUESTS = 30;

  @TestFactory
  Stream<DynamicTest> assembledBlocksEqualTheNaiveScan() {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  private static void compare(long seed) {
    // Neighbouring seeds begin with nearly the same numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    Plan plan = HostilePlan.of(random);
    SourcePlan source = plan.sources().get(0);
    GroupPlan group = plan.groups().get(0);
    int count = random.nextInt(10) == 0 ? 4_000 : 1 + random.nextInt(500);
    List<Event> events = new HostileEvents(random).events(source, count);
    MemoryBlocks blocks = new MemoryBlocks(group, source, events, random);
    ReferenceEngine reference = new ReferenceEngine(plan, Map.of(source.name(), events));
    List<String> names = group.features().stream().map(GroupPlan.Feature::name).toList();
    WindowAssembler assembler = new WindowAssembler(group, names);
    FeatureRow row = new FeatureRow(assembler.rowType());
    for (int i = 0; i < REQUESTS; i++) {
      List<Object> key = key(group, random);
      long time = requestTime(random);
      long watermark = watermark(time, random);
      assembler.assemble(
          new WindowAssembler.Request(time, watermark, false),
          blocks.of(KeyCodec.encode(group.keyTypes(), key)),
          row);
      assertEqual(group, row, reference, key, time, watermark);
    }
  }

  private static void assertEqual(
      GroupPlan group,
      FeatureRow row,
      ReferenceEngine reference,
      List<Object> key,
      long time,
      long watermark) {
    for (int column = 0; column < group.features().size(); column++) {
      GroupPlan.Feature feature = group.features().get(column);
      FeatureValue expected =
          reference.value(
              group.name(),
              feature.name(),
              key,
              time,
              watermark == Window.NO_WATERMARK ? null : watermark);
      GroupPlan.Aggregate aggregate =
          group.packs().get(feature.pack()).aggregates().get(feature.aggregate());
      Object value = row.values().getValue(column);
      double tolerance = tolerance(aggregate);
      FeatureValue found = new FeatureValue(comparable(value), row.status(column));
      assertThat(found)
          .as(
              "%s of %s at %s, watermark %s, aggregate %s",
              feature, key, Instants.pretty(time), watermark, aggregate)
          .matches(
              f -> f.status() == expected.status() && isClose(value, expected.value(), tolerance),
              "equals " + expected);
    }
  }

  /** How far a value may be from that of the scan, in parts of it; 0 for equal to the bit. */
  private static double tolerance(GroupPlan.Aggregate aggregate) {
    return switch (AggregateFunction.named(aggregate.function())) {
      case APPROX_QUANTILE, APPROX_QUANTILES ->
          (Double) aggregate.parameters().get("error") * 1.001;
      case DISTINCT_COUNT -> 0.08;
      case DECAYED_SUM, DECAYED_COUNT -> 1e-12;
      default -> 0;
    };
  }

  private static boolean isClose(Object found, Object expected, double tolerance) {
    if (tolerance == 0 || found == null || expected == null) {
      return Objects.equals(comparable(found), comparable(expected));
    }
    if (found instanceof List<?> values) {
      List<?> others = (List<?>) expected;
      return IntStream.range(0, values.size())
          .allMatch(i -> isClose(values.get(i), others.get(i), tolerance));
    }
    double a = ((Number) found).doubleValue();
    double b = ((Number) expected).doubleValue();
    return a == b || Math.abs(a - b) <= tolerance * Math.abs(b) + 1e-303;
  }

  /** Byte arrays by content; everything else has an equality that tells every bit. */
  private static Object comparable(Object value) {
    return value == null ? null : KeyValues.of(List.of(value));
  }

  private static List<Object> key(GroupPlan group, Random random) {
    List<Object> key = new ArrayList<>();
    key.add("u" + random.nextInt(4));
    if (group.keys().size() > 1) {
      key.add((long) random.nextInt(3));
    }
    return key;
  }

  private static long requestTime(Random random) {
    return new HostileEvents(random).time() + random.nextInt(2) * Instants.MICROS_PER_HOUR;
  }

  /** None, ahead, a little behind, or far behind. */
  private static long watermark(long time, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> Window.NO_WATERMARK;
      case 1 -> time + random.nextInt(1_000) * Instants.MICROS_PER_SECOND;
      case 2 -> time - random.nextInt(1_000) * Instants.MICROS_PER_SECOND;
      case 3 -> time - random.nextInt(100_000) * Instants.MICROS_PER_SECOND;
      default -> new HostileEvents(random).time();
    };
  }
}
