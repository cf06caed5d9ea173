package dev.arabica.compiler.report;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Aggregates and their windows as one writes them in a spec. */
final class AggregateText {
  private AggregateText() {}

  /** {@code last_n(3, { page, ms }) where ms > 10}. */
  static String definition(GroupPlan.Aggregate aggregate) {
    return call(aggregate)
        + aggregate.where().map(where -> " where " + ExprText.of(where)).orElse("");
  }

  /** With the parameters in the order of the function, those that have their default left out. */
  static String call(GroupPlan.Aggregate aggregate) {
    AggregateFunction function = AggregateFunction.named(aggregate.function());
    List<String> written = new ArrayList<>();
    if (function == null) {
      aggregate.input().map(ExprText::of).ifPresent(written::add);
      aggregate.by().map(by -> "by " + ExprText.of(by)).ifPresent(written::add);
      new TreeMap<>(aggregate.parameters())
          .forEach((name, value) -> written.add(name + " " + value));
    } else {
      function.signature().forEach(p -> argument(p, aggregate).ifPresent(written::add));
    }
    return aggregate.function() + "(" + String.join(", ", written) + ")";
  }

  private static Optional<String> argument(Parameter parameter, GroupPlan.Aggregate aggregate) {
    Optional<String> value =
        parameter.isExpression()
            ? (parameter.isNamed() ? aggregate.by() : aggregate.input()).map(ExprText::of)
            : Optional.ofNullable(aggregate.parameters().get(parameter.name()))
                .filter(given -> !parameter.defaultValue().equals(Optional.of(given)))
                .map(given -> text(parameter.kind(), given));
    return value.map(text -> parameter.isNamed() ? parameter.name() + " " + text : text);
  }

  /** The value of a parameter, whether it is the default or not. */
  static String parameter(GroupPlan.Aggregate aggregate, String name) {
    Object value = aggregate.parameters().get(name);
    AggregateFunction function = AggregateFunction.named(aggregate.function());
    if (function == null || value == null) {
      return String.valueOf(value);
    }
    return function.signature().stream()
        .filter(parameter -> parameter.name().equals(name))
        .map(parameter -> text(parameter.kind(), value))
        .findFirst()
        .orElse(value.toString());
  }

  private static String text(Parameter.Kind kind, Object value) {
    return kind == Parameter.Kind.DURATION
        ? Instants.prettyDuration((Long) value)
        : value.toString();
  }

  /**
   * {@code 1h, 6h; 30d step 1h as recent}: windows that differ in no more than their length
   * together.
   */
  static String windows(GroupPlan group, GroupPlan.Aggregate aggregate) {
    Map<String, List<String>> byRest = new LinkedHashMap<>();
    for (GroupPlan.Feature feature : group.features()) {
      if (group.aggregate(feature).id().equals(aggregate.id())) {
        byRest
            .computeIfAbsent(rest(group, aggregate, feature), rest -> new ArrayList<>())
            .add(window(feature));
      }
    }
    return byRest.entrySet().stream()
        .map(entry -> String.join(", ", entry.getValue()) + entry.getKey())
        .collect(Collectors.joining("; "));
  }

  /** {@code 1h, 6h, 30d}: no more than the lengths. */
  static String lengths(GroupPlan group, GroupPlan.Aggregate aggregate) {
    return group.features().stream()
        .filter(feature -> group.aggregate(feature).id().equals(aggregate.id()))
        .map(AggregateText::window)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  static String window(GroupPlan.Feature feature) {
    return feature.isEver() ? "ever" : Instants.prettyDuration(feature.windowMicros());
  }

  /** What a feature says beside the length of its window, where it is not the usual. */
  private static String rest(
      GroupPlan group, GroupPlan.Aggregate aggregate, GroupPlan.Feature feature) {
    boolean coarse = feature.stepMicros() != group.ladder().baseSize() && !feature.isEver();
    String usual = aggregate.name() + (feature.isEver() ? "_ever" : "_last_" + window(feature));
    return (coarse ? " step " + Instants.prettyDuration(feature.stepMicros()) : "")
        + (feature.anchor() == Window.Anchor.WATERMARK ? " anchor watermark" : "")
        + feature.defaultValue().map(value -> " default " + LiteralText.of(value)).orElse("")
        + (feature.name().equals(usual) ? "" : " as " + feature.name())
        + (feature.allowPartial() ? " allow partial" : "");
  }

  /** {@code request_id, user_id within 1h}. */
  static String dedup(SourcePlan.Dedup dedup) {
    return exprs(dedup.key()) + " within " + Instants.prettyDuration(dedup.withinMicros());
  }

  static String exprs(List<Expr> exprs) {
    return exprs.stream().map(ExprText::of).collect(Collectors.joining(", "));
  }

  /**
   * {@code user_id string, day date = date_of(at)}: an expression where it is more than the name.
   */
  static String keys(GroupPlan group) {
    return group.keys().stream().map(AggregateText::key).collect(Collectors.joining(", "));
  }

  private static String key(GroupPlan.Key key) {
    String expr = ExprText.of(key.expr());
    return key.name() + " " + key.expr().type() + (expr.equals(key.name()) ? "" : " = " + expr);
  }

  /** {@code open head, assembled every 5m}; empty for what is usual. */
  static List<String> modes(GroupPlan group) {
    List<String> modes = new ArrayList<>();
    if (group.head() == GroupPlan.Head.OPEN) {
      modes.add("open head");
    }
    if (PlanCosts.isAssembled(group)) {
      modes.add("assembled every " + Instants.prettyDuration(group.serving().everyMicros()));
    }
    return modes;
  }
}
