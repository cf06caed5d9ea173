package dev.arabica.compiler.report;

import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.time.Instants;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plan for people: how much there is, then its sources, streams, groups, snapshots, requests,
 * sets and models, each with what it shares and costs.
 */
public final class PlanText {
  private final PlanFacts facts;
  private final Paper paper = new Paper();

  private PlanText(PlanFacts facts) {
    this.facts = facts;
  }

  /** The whole plan. */
  public static String of(Plan plan) {
    return of(plan, plan);
  }

  /**
   * A part of a plan.
   *
   * @param shown what is described
   * @param whole the plan it is a part of, for what is shared and stored
   */
  public static String of(Plan shown, Plan whole) {
    PlanText text = new PlanText(new PlanFacts(whole));
    text.summary(whole);
    shown.sources().forEach(text::source);
    shown.streams().forEach(text::stream);
    GroupText groups = new GroupText(text.facts, text.paper);
    shown.groups().forEach(groups::group);
    shown.snapshots().forEach(text::snapshot);
    shown.requests().forEach(text::request);
    SetText sets = new SetText(text.facts, text.paper);
    shown.featureSets().forEach(sets::set);
    shown.models().forEach(text::model);
    text.legend(shown);
    return text.paper.toString();
  }

  private void summary(Plan plan) {
    paper.line("plan " + PlanCodec.fingerprint(plan));
    long derived = plan.groups().stream().mapToLong(group -> group.derived().size()).sum();
    long features = plan.groups().stream().mapToLong(group -> group.features().size()).sum();
    List<String> counts = new ArrayList<>();
    counts.add(Counted.of(plan.sources().size(), "source"));
    addUnlessNone(counts, plan.streams().size(), "stream");
    counts.add(Counted.of(plan.groups().size(), "group"));
    counts.add(
        Counted.of(features, "feature")
            + " from "
            + Counted.of(facts.storedAggregates(), "stored aggregate")
            + " in "
            + Counted.of(facts.packs(), "pack"));
    addUnlessNone(counts, derived, "derived feature");
    addUnlessNone(counts, plan.snapshots().size(), "snapshot");
    addUnlessNone(counts, plan.requests().size(), "request");
    addUnlessNone(counts, plan.featureSets().size(), "feature set");
    addUnlessNone(counts, plan.models().size(), "model");
    paper.list(counts);
    if (facts.sharedAggregates() > 0) {
      paper.line(
          Counted.of(facts.sharedAggregates(), "aggregate") + " shared by more than one group");
    }
  }

  private static void addUnlessNone(List<String> counts, long number, String noun) {
    if (number > 0) {
      counts.add(Counted.of(number, noun));
    }
  }

  private void source(SourcePlan source) {
    paper.heading("source " + source.name());
    String format = source.format().kind().name().toLowerCase(Locale.ROOT);
    List<String> topic = new ArrayList<>();
    topic.add(
        source.topic().map(name -> name + " (" + format + ")").orElse("none: fed from files"));
    source.format().schema().ifPresent(schema -> topic.add("schema " + schema));
    source.format().message().ifPresent(message -> topic.add("message " + message));
    paper.labelled("topic", topic);
    paper.labelled("table", source.table());
    paper.labelled(
        "clock",
        List.of(
            ExprText.of(source.time()),
            Instants.prettyDuration(source.behindMicros()) + " behind",
            "late up to " + Instants.prettyDuration(source.lateMicros()),
            "ahead up to " + Instants.prettyDuration(source.aheadMicros())));
    source.dedup().ifPresent(dedup -> paper.labelled("dedup", AggregateText.dedup(dedup)));
    paper.labelled(
        "fields",
        source.fields().stream()
            .map(f -> f.name() + " " + f.type() + (f.nullable() ? "?" : ""))
            .toList());
    List<String> groups = facts.shown(facts.groupsOf(source));
    if (groups.isEmpty()) {
      paper.labelled("scan", "none: no group reads it");
      return;
    }
    List<String> scan = new ArrayList<>(groups);
    scan.set(0, "one for " + Counted.of(groups.size(), "group") + ": " + groups.get(0));
    paper.labelled("scan", scan);
    List<String> views = facts.shown(facts.streamsOver(source));
    if (!views.isEmpty()) {
      paper.labelled("views", views);
    }
  }

  private void stream(StreamPlan stream) {
    boolean union = stream.branches().size() > 1;
    paper.heading("view " + stream.name() + (union ? " (union)" : ""));
    for (StreamPlan.Branch branch : stream.branches()) {
      paper.words(
          "from",
          facts.shown(branch.from())
              + branch.where().map(where -> " where " + ExprText.of(where)).orElse(""));
    }
    stream.dedup().ifPresent(dedup -> paper.labelled("dedup", AggregateText.dedup(dedup)));
    paper.labelled(
        "columns", stream.columns().stream().map(c -> c.name() + " " + c.type()).toList());
    paper.labelled("read by", facts.shown(facts.readersOf(stream.name())));
  }

  private void snapshot(SnapshotPlan snapshot) {
    paper.heading("snapshot " + snapshot.name() + " by " + MemberText.keys(snapshot.keys()));
    paper.labelled("table", snapshot.table() + ", a version valid from " + snapshot.validFrom());
    paper.labelled("columns", snapshot.columns().stream().map(SetText::column).toList());
  }

  private void request(RequestPlan request) {
    paper.heading("request " + request.name());
    paper.labelled("columns", request.columns().stream().map(SetText::column).toList());
  }

  private void model(ModelPlan model) {
    String of = model.keys().isEmpty() ? "" : " for " + String.join(", ", model.keys());
    paper.heading("model " + model.name() + " scores " + String.join(", ", model.scores()) + of);
    paper.labelled("onnx", model.artifact());
    paper.labelled("features", facts.shown(model.featureSet()));
    for (ModelPlan.Input input : model.inputs()) {
      paper.labelled("input", List.of(input.name() + " [ " + SetText.items(input) + " ]"));
    }
  }

  private void legend(Plan shown) {
    if (shown.groups().stream().allMatch(group -> group.packs().isEmpty())) {
      return;
    }
    paper.line("");
    Legend.of(shown, facts).forEach(paper::line);
  }
}
