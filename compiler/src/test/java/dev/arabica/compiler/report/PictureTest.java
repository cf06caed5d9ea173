package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.report.GraphLayout.Cell;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Pictures can be read by programs, and by people. */
class PictureTest {
  static Stream<Path> specs() {
    return Reports.specs(Reports.FOLDER);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void everythingHasItsPlace(Path spec) {
    Plan plan = Reports.plan(spec);
    check(GraphBuilder.of(plan, plan));
  }

  @RepeatedTest(20)
  void soHasWhateverIsDrawn(RepetitionInfo repetition) {
    check(random(new Random(repetition.getCurrentRepetition())));
  }

  private static void check(PlanGraph graph) {
    GraphLayout layout = GraphLayout.of(graph, new TextMeasure());
    for (int layer = 0; layer < layout.columns(); layer++) {
      List<Cell> column = layout.column(layer);
      for (int i = 1; i < column.size(); i++) {
        assertThat(column.get(i).top()).isGreaterThan(column.get(i - 1).bottom());
      }
      if (layer > 0) {
        assertThat(layout.left(layer)).isGreaterThan(layout.right(layer - 1));
      }
    }
    for (Cell box : layout.boxes()) {
      assertThat(box.top()).isPositive();
      assertThat(box.bottom()).isLessThan(layout.height());
      assertThat(layout.right(box.layer)).isLessThan(layout.width());
    }
    for (GraphLayout.Route route : layout.routes()) {
      for (int i = 0; i < route.cells().size(); i++) {
        Cell cell = route.cells().get(i);
        assertThat((double) route.heights()[i]).isBetween(cell.top(), cell.bottom());
        assertThat(cell.layer).isEqualTo(route.cells().get(0).layer + i);
      }
      assertThat(route.from().node.id()).isEqualTo(route.edge().from());
      assertThat(route.to().node.id()).isEqualTo(route.edge().to());
    }
    assertThat(layout.routes()).hasSameSizeAs(graph.edges());
  }

  private static PlanGraph random(Random random) {
    List<PlanGraph.Node> nodes = new ArrayList<>();
    List<PlanGraph.Edge> edges = new ArrayList<>();
    for (int i = 0; i < 3 + random.nextInt(40); i++) {
      int layer = i < 2 ? 0 : random.nextInt(6);
      List<String> lines = random.ints(random.nextInt(5)).mapToObj(Integer::toString).toList();
      String id = Integer.toString(i);
      nodes.add(new PlanGraph.Node(id, PlanGraph.Kind.GROUP, layer, "n" + i, lines));
      for (PlanGraph.Node before : nodes) {
        if (before.layer() < layer && random.nextInt(4) == 0) {
          edges.add(new PlanGraph.Edge(before.id(), id, random.nextBoolean()));
        }
      }
    }
    return new PlanGraph("random", nodes, edges);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void svgIsXmlWhoseBoxesDoNotOverlap(Path spec) throws Exception {
    Plan plan = Reports.plan(spec);
    Document document = parsed(SvgText.of(plan, plan));
    NodeList all = document.getElementsByTagName("rect");
    List<Element> boxes = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      Element box = (Element) all.item(i);
      if (box.getAttribute("class").equals("box")) {
        boxes.add(box);
      }
    }
    assertThat(boxes).hasSize(GraphBuilder.of(plan, plan).nodes().size());
    for (int i = 0; i < boxes.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(overlap(boxes.get(i), boxes.get(j))).isFalse();
      }
    }
  }

  private static boolean overlap(Element a, Element b) {
    return overlap(a, b, "x", "width") && overlap(a, b, "y", "height");
  }

  private static boolean overlap(Element a, Element b, String from, String size) {
    double aFrom = number(a, from);
    double bFrom = number(b, from);
    return aFrom < bFrom + number(b, size) && bFrom < aFrom + number(a, size);
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void dotIsAGraphOfTheSameBoxes(Path spec) {
    Plan plan = Reports.plan(spec);
    PlanGraph graph = GraphBuilder.of(plan, plan);
    Set<String> ids = new HashSet<>();
    graph.nodes().forEach(node -> ids.add(node.id()));
    DotSyntax dot = DotSyntax.read(DotText.of(plan, plan));
    assertThat(dot.nodes()).isEqualTo(ids);
    assertThat(dot.edges()).hasSameSizeAs(graph.edges());
    dot.edges().forEach(edge -> assertThat(ids).containsAll(edge));
  }

  @Test
  void whatNamesHoldIsEscaped() throws Exception {
    SourcePlan source =
        Reports.plan("source s { fields { at timestamp } time at }").sources().get(0);
    SourcePlan odd =
        new SourcePlan(
            "p.s",
            Optional.of("a \"topic\" \\ <&> \u0007"),
            source.table(),
            source.fields(),
            source.time(),
            0,
            0,
            0,
            Optional.empty());
    Plan plan = new Plan(List.of(odd), List.of(), List.of());
    assertThat(DotSyntax.read(DotText.of(plan, plan)).labels())
        .containsExactly(
            "source s\ntopic a \"topic\" \\ <&> \u0007 (json)\ntable " + odd.table() + "\n");
    assertThat(parsed(SvgText.of(plan, plan)).getElementsByTagName("text").item(3).getTextContent())
        .isEqualTo("topic a \"topic\" \\ <&> ? (json)");
  }

  @Test
  void anEmptyPlanIsAnEmptyPicture() throws Exception {
    Plan plan = new Plan(List.of(), List.of(), List.of());
    assertThat(parsed(SvgText.of(plan, plan)).getElementsByTagName("g").getLength()).isZero();
    assertThat(DotSyntax.read(DotText.of(plan, plan)).nodes()).isEmpty();
    assertThat(PlanText.of(plan)).contains("0 sources");
  }
}
