package dev.arabica.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.Dedup;
import dev.arabica.intake.Event;
import dev.arabica.intake.EventFiles;
import dev.arabica.intake.RecordIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The spec of the KuaiRand log fits the log. */
class KuaiRandTest {
  private static final Path LOG =
      Path.of("../../shared/data/kuairand-pure-impressions/impressions.csv.gz");
  private static final int ROWS = 94_784;

  private static Plan plan;

  @BeforeAll
  static void compile() throws IOException {
    plan = ShippedSpecs.plan(Path.of("kuairand"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"impressions", "feedback"})
  void everyRowIsAdmitted(String name) {
    SourcePlan source = plan.source(name);
    long latest = Long.MIN_VALUE;
    int rows = 0;
    for (Event event : events(source)) {
      rows++;
      latest = Math.max(latest, event.eventTime());
    }
    assertThat(rows).isEqualTo(ROWS);
    assertThat(latest).isLessThan(Instants.parse("2022-05-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"impressions", "feedback"})
  void exposuresThatWereLoggedTwiceCountOnce(String name) {
    SourcePlan source = plan.source(name);
    Dedup dedup = Dedup.of(source).orElseThrow();
    Set<List<Object>> distinct = new HashSet<>();
    for (Event event : events(source)) {
      distinct.add(List.of(dedup.key(event), dedup.bucket(event.eventTime())));
    }
    assertThat(distinct).hasSize(ROWS - 2_979);
  }

  @Test
  void feedbackIsKnownWhenThePlaybackEnds() {
    Event first = events(plan.source("feedback")).get(0);
    // Row 1: shown at 1650812741436, played for 61802 ms.
    assertThat(first.eventTime()).isEqualTo((1_650_812_741_436L + 61_802) * 1_000);
  }

  private static List<Event> events(SourcePlan source) {
    Assumptions.assumeTrue(
        Files.exists(LOG),
        "SKIPPED: the log is not at ../shared/data/kuairand-pure-impressions of the repository");
    List<Event> events = new ArrayList<>();
    try (RecordIterator<Admitted> records = EventFiles.read(source, LOG)) {
      while (records.hasNext()) {
        Admitted record = records.next();
        assertThat(record).isInstanceOf(Event.class);
        events.add((Event) record);
      }
    }
    return events;
  }
}
