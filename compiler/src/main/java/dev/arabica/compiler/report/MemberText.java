package dev.arabica.compiler.report;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a feature set is made of, as one writes it in a spec. */
final class MemberText {
  private final PlanFacts facts;

  MemberText(PlanFacts facts) {
    this.facts = facts;
  }

  /** {@code person(user_id: content.author_id)}. */
  String target(FeatureSetPlan.Member member) {
    return target(member.kind(), member.group(), member.keys());
  }

  String target(FeatureSetPlan.Fallback fallback) {
    return target(fallback.kind(), fallback.from(), fallback.keys());
  }

  String fallback(FeatureSetPlan.Fallback fallback) {
    return target(fallback) + "." + selection(fallback.features());
  }

  private String target(FeatureSetPlan.Kind kind, String name, List<String> keys) {
    if (kind == FeatureSetPlan.Kind.REQUEST) {
      return facts.shown(name);
    }
    return facts.shown(name) + "(" + bindings(keysOf(kind, name), keys) + ")";
  }

  private List<String> keysOf(FeatureSetPlan.Kind kind, String name) {
    return kind == FeatureSetPlan.Kind.GROUP
        ? facts.index().group(name).keys().stream().map(GroupPlan.Key::name).toList()
        : facts.index().snapshot(name).keys().stream().map(FeatureSetPlan.SetKey::name).toList();
  }

  /** {@code snap_id, country: request.country}. */
  private static String bindings(List<String> names, List<String> from) {
    List<String> bindings = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      boolean same = i < names.size() && names.get(i).equals(from.get(i));
      bindings.add(same || i >= names.size() ? from.get(i) : names.get(i) + ": " + from.get(i));
    }
    return String.join(", ", bindings);
  }

  private static String selection(List<String> features) {
    return features.size() == 1 ? features.get(0) : "{ " + String.join(", ", features) + " }";
  }

  /** {@code content(snap_id).{ embedding, language as lang } as of event_ts}. */
  String enrichment(FeatureSetPlan.Enrichment enrichment) {
    List<String> fields =
        enrichment.fields().stream()
            .map(
                field ->
                    field.column().equals(field.feature())
                        ? field.feature()
                        : field.feature() + " as " + field.column())
            .toList();
    return target(FeatureSetPlan.Kind.SNAPSHOT, enrichment.snapshot(), enrichment.itemKeys())
        + "."
        + selection(fields)
        + " as of "
        + enrichment.itemTime();
  }

  /** The name of a column as the set shows it beside its alias: without what the alias says. */
  static String shortColumn(FeatureSetPlan.Member member, FeatureSetPlan.Output output) {
    String prefix = member.alias() + ".";
    boolean prefixed = output.column().startsWith(prefix);
    String name = prefixed ? output.column().substring(prefix.length()) : output.column();
    boolean same = name.equals(output.feature());
    return same || !prefixed ? output.feature() : output.feature() + " as " + name;
  }

  /** {@code any(is_click) from clicks(user_id, snap_id) within 30m default false}. */
  String label(FeatureSetPlan.Label label) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < label.keyExprs().size(); i++) {
      String expr = ExprText.of(label.keyExprs().get(i));
      String key = i < label.keys().size() ? label.keys().get(i) : expr;
      keys.add(expr.equals(key) ? key : expr + ": " + key);
    }
    return AggregateText.definition(label.aggregate())
        + label.where().map(where -> " where " + ExprText.of(where)).orElse("")
        + " from "
        + facts.shown(label.source())
        + "("
        + String.join(", ", keys)
        + ") within "
        + Instants.prettyDuration(label.withinMicros())
        + label.defaultValue().map(value -> " default " + LiteralText.of(value)).orElse("");
  }

  static String keys(List<FeatureSetPlan.SetKey> keys) {
    return keys.stream()
        .map(key -> key.name() + " " + key.type())
        .collect(Collectors.joining(", "));
  }
}
