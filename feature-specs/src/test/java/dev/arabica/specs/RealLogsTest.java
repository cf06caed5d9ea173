package dev.arabica.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.Event;
import dev.arabica.intake.EventFiles;
import dev.arabica.intake.RecordIterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sources of the catalogue fit the logs that they are made for: every row is admitted. */
class RealLogsTest {
  private static final Path DATA = Path.of("../../shared/data");

  @ParameterizedTest
  @CsvSource({
    "movies,   opinions, movielens-latest-small/events.csv.gz, 104519",
    "retail,   lines,    online-retail/events.csv.gz,          320705",
    "bandit,   shown,    open-bandit/impressions.csv.gz,       20000",
    "basket,   actions,  otto-sessions-sample/events.csv.gz,   862",
    "football, touches,  wyscout-match-events/events.csv.gz,   1271809"
  })
  void everyRowIsAdmitted(String program, String source, String log, int rows) throws IOException {
    Path file = DATA.resolve(log);
    Assumptions.assumeTrue(Files.exists(file), "SKIPPED: there is no log at " + file);
    SourcePlan plan = ShippedSpecs.plan(Path.of(program)).source(source);
    int admitted = 0;
    try (RecordIterator<Admitted> records = EventFiles.read(plan, file)) {
      while (records.hasNext()) {
        Admitted record = records.next();
        assertThat(record).isInstanceOf(Event.class);
        admitted++;
      }
    }
    assertThat(admitted).isEqualTo(rows);
  }
}
