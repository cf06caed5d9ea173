package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannedSourceTest {
  @Test
  void groupsOfTheSameAggregatesShareOnePack() {
    Plan plan = ViewsPlan.plan();
    GroupPlan first = plan.groups().get(0);
    GroupPlan twin =
        new GroupPlan(
            "other.by_user",
            first.source(),
            first.keys(),
            first.where(),
            first.ladder(),
            first.packs(),
            first.features());
    List<GroupPlan> groups = new ArrayList<>(plan.groups());
    groups.add(twin);
    Plan twice = new Plan(plan.sources(), groups, plan.featureSets());

    PlannedSource source = PlannedSource.streamed(twice).get(0);
    assertThat(source.packs()).extracting(StreamPack::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(source.packs()).extracting(StreamPack::index).containsExactly(0, 1);
  }

  @Test
  void groupsThatOverlapShareWhatTheyHaveInCommon() {
    Plan plan = ViewsPlan.plan();
    GroupPlan first = plan.groups().get(0);
    GroupPlan.Feature views = feature(0);
    GroupPlan one = with("one.by_user", first, List.of(views, feature(1)));
    GroupPlan other = with("other.by_user", first, List.of(views));
    Plan packed = Packing.of(new Plan(plan.sources(), List.of(one, other), plan.featureSets()));

    PlannedSource source = PlannedSource.streamed(packed).get(0);
    assertThat(source.packs()).extracting(StreamPack::id).doesNotHaveDuplicates().hasSize(2);
    assertThat(packed.groups().get(1).packs()).hasSize(1);
    assertThat(source.packs())
        .extracting(StreamPack::pack)
        .containsAll(packed.groups().get(1).packs());
  }

  private static GroupPlan with(String name, GroupPlan group, List<GroupPlan.Feature> features) {
    return new GroupPlan(
        name, group.source(), group.keys(), group.where(), group.ladder(), group.packs(), features);
  }

  private static GroupPlan.Feature feature(int aggregate) {
    return new GroupPlan.Feature(
        "feature" + aggregate,
        0,
        aggregate,
        Instants.MICROS_PER_HOUR,
        5 * Instants.MICROS_PER_MINUTE,
        Window.Anchor.REQUEST,
        Optional.empty(),
        Type.INT64);
  }
}
