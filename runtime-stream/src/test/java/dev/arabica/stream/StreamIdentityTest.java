package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamIdentityTest {
  private static final Plan PLAN = ViewsPlan.plan();

  @Test
  void whatIsReadFromStoredBlocksIsNoPartOfIt() {
    GroupPlan group = PLAN.groups().get(0);
    List<GroupPlan.Feature> features = new ArrayList<>(group.features());
    features.add(
        new GroupPlan.Feature(
            "views_last_30d",
            0,
            0,
            30 * Instants.MICROS_PER_DAY,
            Instants.MICROS_PER_HOUR,
            Window.Anchor.REQUEST,
            Optional.empty(),
            Type.INT64));
    List<GroupPlan> groups = new ArrayList<>(PLAN.groups());
    groups.set(0, with(group, group.packs(), features));
    FeatureSetPlan set = new FeatureSetPlan("test.set", List.of(), List.of());
    Plan more = new Plan(PLAN.sources(), groups, List.of(set));
    assertThat(StreamIdentity.of(more)).isEqualTo(StreamIdentity.of(PLAN));
  }

  @Test
  void whatIsStoredIsPartOfIt() {
    GroupPlan group = PLAN.groups().get(0);
    GroupPlan.Pack pack = group.packs().get(0);
    GroupPlan.Pack less = new GroupPlan.Pack("other", pack.aggregates().subList(0, 1));
    List<GroupPlan> groups = new ArrayList<>(PLAN.groups());
    groups.set(0, with(group, List.of(less), group.features()));
    Plan changed = new Plan(PLAN.sources(), groups, PLAN.featureSets());
    assertThat(StreamIdentity.of(changed)).isNotEqualTo(StreamIdentity.of(PLAN));
    Plan fewer = new Plan(PLAN.sources(), PLAN.groups().subList(0, 1), PLAN.featureSets());
    assertThat(StreamIdentity.of(fewer)).isNotEqualTo(StreamIdentity.of(PLAN));
  }

  /** As the first version of plans gave it: a stream goes on when Arabica is upgraded. */
  @Test
  void anUpgradeDoesNotChangeIt() {
    assertThat(StreamIdentity.of(PLAN))
        .isEqualTo("623e258dfdc9f3a052aa3fdfd83f5098ec64d3c22a02d41a531d71a6e0ba1717");
  }

  private static GroupPlan with(
      GroupPlan group, List<GroupPlan.Pack> packs, List<GroupPlan.Feature> features) {
    return new GroupPlan(
        group.name(), group.source(), group.keys(), group.where(), group.ladder(), packs, features);
  }
}
