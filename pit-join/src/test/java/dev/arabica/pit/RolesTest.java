package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
  @Test
  void aPackThatTwoGroupsShareIsReadOnce() {
    GroupPlan friend =
        new GroupPlan(
            "test.friend",
            Views.SOURCE,
            Views.USER.keys(),
            Views.USER.where(),
            Views.USER.ladder(),
            Views.USER.packs(),
            Views.USER.features());
    FeatureSetPlan set =
        new FeatureSetPlan(
            "test.both",
            Views.SET.keys(),
            List.of(member("user", Views.USER), member("friend", friend)));
    Plan plan = new Plan(List.of(Views.VIEWS), List.of(Views.USER, friend), List.of(set));

    Roles roles = Roles.of(plan, "test.both");
    assertThat(roles.groups()).containsExactly(Views.USER, friend);
    assertThat(roles.packIds()).containsExactly("pack-user");
    assertThat(roles.rolesOf(friend)).hasSize(1);
  }

  private static FeatureSetPlan.Member member(String alias, GroupPlan group) {
    return new FeatureSetPlan.Member(
        alias,
        group.name(),
        List.of(alias + "_id"),
        List.of(new FeatureSetPlan.Output(alias + ".views", "views_last_1h")));
  }
}
