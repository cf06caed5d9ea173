package dev.arabica.compiler.report;

import java.util.List;

/**
 * A plan as boxes and arrows, in the order in which values come about. An arrow leads to a later
 * layer than it comes from.
 */
record PlanGraph(String title, List<Node> nodes, List<Edge> edges) {
  PlanGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What a box stands for. */
  enum Kind {
    SOURCE,
    VIEW,
    /** A pack that several groups share; other packs are part of their group's box. */
    PACK,
    GROUP,
    SNAPSHOT,
    REQUEST,
    FEATURE_SET,
    MODEL;

    /** As the language calls it. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * A box.
   *
   * @param id different from every other
   * @param layer 0 for sources; never more than the longest way to it
   * @param lines below its title
   */
  record Node(String id, Kind kind, int layer, String title, List<String> lines) {
    Node {
      lines = List.copyOf(lines);
    }
  }

  /**
   * An arrow.
   *
   * @param aside whether it is beside the main way: an enrichment, a fallback or a label
   */
  record Edge(String from, String to, boolean aside) {}
}
