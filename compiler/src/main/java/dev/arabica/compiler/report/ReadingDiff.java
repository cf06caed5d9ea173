package dev.arabica.compiler.report;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What differs in how the same blocks are read and finished. */
final class ReadingDiff {
  private ReadingDiff() {}

  static List<Change> changes(
      GroupPlan oldGroup, GroupPlan.Feature was, GroupPlan group, GroupPlan.Feature is) {
    return new Change.Collector()
        .compare("window", AggregateText.window(was), AggregateText.window(is))
        .compare("step", step(was), step(is))
        .compare("anchor", anchor(was), anchor(is))
        .compare("default", defaultOf(was), defaultOf(is))
        .compare("incomplete windows", partial(was), partial(is))
        .compare("head", head(oldGroup), head(group))
        .compare("served", serving(oldGroup), serving(group))
        .compare("block sizes", sizes(oldGroup), sizes(group))
        .compareUnsafe("type", was.type().toString(), is.type().toString())
        .found();
  }

  private static String step(GroupPlan.Feature feature) {
    return Instants.prettyDuration(feature.stepMicros());
  }

  private static String anchor(GroupPlan.Feature feature) {
    return feature.anchor().name().toLowerCase(Locale.ROOT);
  }

  private static String defaultOf(GroupPlan.Feature feature) {
    return feature.defaultValue().map(LiteralText::of).orElse("the aggregate's own");
  }

  private static String partial(GroupPlan.Feature feature) {
    return feature.allowPartial() ? "allowed" : "null";
  }

  private static String head(GroupPlan group) {
    return group.head().name().toLowerCase(Locale.ROOT);
  }

  private static String serving(GroupPlan group) {
    return PlanCosts.isAssembled(group)
        ? "assembled every " + Instants.prettyDuration(group.serving().everyMicros())
        : "on read";
  }

  private static String sizes(GroupPlan group) {
    return group.ladder().sizes().stream()
        .map(Instants::prettyDuration)
        .collect(Collectors.joining(", "));
  }
}
