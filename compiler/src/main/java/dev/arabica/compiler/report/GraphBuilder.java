package dev.arabica.compiler.report;

import dev.arabica.compiler.report.PlanGraph.Edge;
import dev.arabica.compiler.report.PlanGraph.Kind;
import dev.arabica.compiler.report.PlanGraph.Node;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.StreamPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a plan as a graph. */
final class GraphBuilder {
  private static final int FINGERPRINT_SHOWN = 12;

  private final Plan plan;
  private final PlanFacts facts;
  private final NodeLines lines;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Edge> edges = new LinkedHashMap<>();

  /** The boxes by what is named, a shared pack by its id. */
  private final Map<String, Node> byName = new HashMap<>();

  private GraphBuilder(Plan shown, Plan whole) {
    this.plan = shown;
    this.facts = new PlanFacts(whole);
    this.lines = new NodeLines(facts);
  }

  /** As for {@link PlanText#of(Plan, Plan)}. */
  static PlanGraph of(Plan shown, Plan whole) {
    GraphBuilder builder = new GraphBuilder(shown, whole);
    builder.addRows();
    builder.addGroups();
    builder.addSets();
    String fingerprint = PlanCodec.fingerprint(whole).substring(0, FINGERPRINT_SHOWN);
    return new PlanGraph("plan " + fingerprint, builder.nodes, List.copyOf(builder.edges.values()));
  }

  private void addRows() {
    plan.sources().forEach(s -> add(Kind.SOURCE, s.name(), 0, lines.of(s)));
    for (StreamPlan stream : plan.streams()) {
      int layer =
          1
              + stream.branches().stream()
                  .mapToInt(b -> byName.get(b.from()).layer())
                  .max()
                  .orElse(0);
      add(Kind.VIEW, stream.name(), layer, lines.of(stream));
      stream.branches().forEach(branch -> connect(branch.from(), stream.name(), false));
    }
  }

  private void addGroups() {
    int packs = lastLayer() + 1;
    plan.groups().forEach(group -> group.packs().forEach(pack -> addIfShared(group, pack, packs)));
    int layer = lastLayer() + 1;
    for (GroupPlan group : plan.groups()) {
      add(Kind.GROUP, group.name(), layer, lines.of(group));
      for (GroupPlan.Pack pack : group.packs()) {
        connect(isShared(group, pack) ? pack.id() : group.source(), group.name(), false);
      }
    }
    plan.snapshots().forEach(s -> add(Kind.SNAPSHOT, s.name(), layer, lines.of(s)));
    plan.requests().forEach(r -> add(Kind.REQUEST, r.name(), layer, lines.of(r)));
  }

  private void addIfShared(GroupPlan group, GroupPlan.Pack pack, int layer) {
    if (isShared(group, pack) && !byName.containsKey(pack.id())) {
      add(Kind.PACK, pack.id(), NodeLines.shortId(pack), layer, lines.of(pack));
      connect(group.source(), pack.id(), false);
    }
  }

  private boolean isShared(GroupPlan group, GroupPlan.Pack pack) {
    return !facts.sharersOf(pack, group).isEmpty();
  }

  private void addSets() {
    int layer = lastLayer() + 1;
    for (FeatureSetPlan set : plan.featureSets()) {
      add(Kind.FEATURE_SET, set.name(), layer, lines.of(set));
      for (FeatureSetPlan.Member member : set.members()) {
        connect(member.group(), set.name(), false);
        member.fallback().ifPresent(fallback -> connect(fallback.from(), set.name(), true));
        member.enrichments().forEach(with -> connect(with.snapshot(), set.name(), true));
      }
      set.labels().forEach(label -> connect(label.source(), set.name(), true));
    }
    plan.models()
        .forEach(
            model -> {
              add(Kind.MODEL, model.name(), layer + 1, lines.of(model));
              connect(model.featureSet(), model.name(), false);
            });
  }

  private int lastLayer() {
    return nodes.stream().mapToInt(Node::layer).max().orElse(0);
  }

  private void add(Kind kind, String name, int layer, List<String> text) {
    add(kind, name, facts.shown(name), layer, text);
  }

  private void add(Kind kind, String name, String title, int layer, List<String> text) {
    Node node = new Node(kind.word() + ":" + name, kind, layer, title, text);
    nodes.add(node);
    byName.put(name, node);
  }

  /** Two boxes are connected once; what is on the main way somewhere is not aside. */
  private void connect(String from, String to, boolean aside) {
    Edge edge = new Edge(byName.get(from).id(), byName.get(to).id(), aside);
    edges.merge(edge.from() + "\n" + edge.to(), edge, (old, added) -> old.aside() ? added : old);
  }
}
