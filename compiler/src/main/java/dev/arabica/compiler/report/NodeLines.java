package dev.arabica.compiler.report;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands in the boxes of a picture: the few lines that tell one from another. */
final class NodeLines {
  private static final int MOST_LINES = 12;
  private static final int MOST_CHARACTERS = 44;
  private static final int PACK_SHOWN = 8;

  private final PlanFacts facts;

  NodeLines(PlanFacts facts) {
    this.facts = facts;
  }

  List<String> of(SourcePlan source) {
    String format = source.format().kind().name().toLowerCase(Locale.ROOT);
    return bounded(
        List.of(
            source
                .topic()
                .map(topic -> "topic " + topic + " (" + format + ")")
                .orElse("from files"),
            "table " + source.table()));
  }

  List<String> of(StreamPlan stream) {
    List<String> lines = new ArrayList<>();
    if (stream.branches().size() > 1) {
      lines.add("union of " + stream.branches().size());
    }
    stream.dedup().ifPresent(dedup -> lines.add("dedup " + AggregateText.dedup(dedup)));
    return bounded(lines);
  }

  List<String> of(GroupPlan group) {
    List<String> lines = new ArrayList<>();
    lines.add("by " + String.join(", ", group.keys().stream().map(GroupPlan.Key::name).toList()));
    group.where().ifPresent(where -> lines.add("where " + ExprText.of(where)));
    lines.addAll(AggregateText.modes(group));
    for (GroupPlan.Pack pack : group.packs()) {
      lines.add("pack " + shortId(pack));
      PlanFacts.inOrderOfUse(group, pack).stream()
          .map(aggregate -> "  " + aggregate.name() + " " + AggregateText.lengths(group, aggregate))
          .forEach(lines::add);
    }
    group.derived().forEach(derived -> lines.add("derive " + derived.name()));
    return bounded(lines);
  }

  List<String> of(GroupPlan.Pack pack) {
    return bounded(pack.aggregates().stream().map(GroupPlan.Aggregate::name).toList());
  }

  List<String> of(SnapshotPlan snapshot) {
    return bounded(
        List.of(
            "by " + String.join(", ", snapshot.keys().stream().map(k -> k.name()).toList()),
            "table " + snapshot.table(),
            Counted.of(snapshot.columns().size(), "column")));
  }

  List<String> of(RequestPlan request) {
    return bounded(List.of(Counted.of(request.columns().size(), "column")));
  }

  List<String> of(FeatureSetPlan set) {
    SetCost cost = facts.costs().of(set);
    return bounded(
        List.of(
            "for " + String.join(", ", set.keys().stream().map(k -> k.name()).toList()),
            Counted.of(new ColumnTypes(facts.index()).of(set).size(), "column"),
            Counted.of(cost.blocks(), "block") + " a row at most"));
  }

  List<String> of(ModelPlan model) {
    List<String> lines = new ArrayList<>();
    lines.add("scores " + String.join(", ", model.scores()));
    lines.add("onnx " + model.artifact());
    model.inputs().forEach(i -> lines.add(i.name() + ": " + Counted.of(i.items().size(), "item")));
    return bounded(lines);
  }

  static String shortId(GroupPlan.Pack pack) {
    return pack.id().substring(0, Math.min(PACK_SHOWN, pack.id().length()));
  }

  private static List<String> bounded(List<String> lines) {
    List<String> shown = new ArrayList<>();
    boolean all = lines.size() <= MOST_LINES;
    for (String line : all ? lines : lines.subList(0, MOST_LINES - 1)) {
      shown.add(shortened(line));
    }
    if (!all) {
      shown.add("and " + (lines.size() - MOST_LINES + 1) + " more");
    }
    return shown;
  }

  private static String shortened(String line) {
    int points = line.codePointCount(0, line.length());
    return points <= MOST_CHARACTERS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST_CHARACTERS - 1)) + "…";
  }
}
