package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import java.util.ArrayList;
import java.util.List;
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
}
