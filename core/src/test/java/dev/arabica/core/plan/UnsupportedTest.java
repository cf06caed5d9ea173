package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnsupportedTest {
  @Test
  void listsEverythingWithItsPlace() {
    assertThat(Unsupported.in(WholePlan.plan()))
        .containsExactly(
            "source `shop.app`: records in protobuf",
            "view `shop.both`: a union of streams",
            "view `shop.firsts`: a dedup of its own",
            "features `shop.visits`: `head open`",
            "features `shop.visits`: `serve assembled`",
            "feature `shop.visits.spread_ever`: a lifetime window",
            "feature `shop.visits.spread_ever`: `allow partial`",
            "features `shop.visits`: derive `spread`",
            "snapshot `shop.items`",
            "request `shop.now`",
            "member `shop.ranker.item`: reads a snapshot",
            "member `shop.ranker.item`: `fallback`",
            "member `shop.ranker.recent`: a key from the column `item.language`",
            "member `shop.ranker.recent`: `enriched with`",
            "member `shop.ranker.recent`: `fallback`",
            "feature set `shop.ranker`: derive `latest`",
            "feature set `shop.ranker`: label `clicked`",
            "model `shop.l2`");
    assertThatThrownBy(() -> Unsupported.refuse(WholePlan.plan()))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageStartingWith("no engine executes yet: source `shop.app`: records in protobuf")
        .hasMessageEndingWith("; model `shop.l2`");
  }

  /** What the first version could say, engines execute. */
  @Test
  void letsPlansOfTheFirstVersionRun() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/plans/v1"))) {
      List<Path> plans = files.toList();
      assertThat(plans).isNotEmpty();
      for (Path file : plans) {
        Plan plan = PlanCodec.fromJson(Files.readString(file));
        assertThatCode(() -> Unsupported.refuse(plan)).doesNotThrowAnyException();
      }
    }
  }
}
