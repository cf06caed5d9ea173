package dev.arabica.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** What is measured is there, and can be told apart. */
class SuiteTest {
  private static final Pattern GIVEN =
      Pattern.compile(
          "^(java|com\\.sun|org\\.openjdk\\.jmh|dev\\.arabica\\.benchmarks\\.(harness|events))\\b");

  @Test
  void tablesHaveNamesOfTheirOwnAndWhatTheyCompareWith() {
    List<Table> tables = Arrays.stream(Suite.values()).flatMap(s -> s.tables().stream()).toList();
    assertThat(tables).extracting(Table::name).doesNotHaveDuplicates();
    assertThat(tables).allMatch(table -> table.own().containsKey(table.base()));
    for (Table table : tables) {
      assertThat(Suite.table(table.name()).own().keySet()).isEqualTo(table.own().keySet());
    }
    assertThatThrownBy(() -> Suite.table("nothing")).hasMessage("no table nothing");
    assertThatThrownBy(() -> new OwnContestants().work("update", "nobody"))
        .hasMessage("no nobody in update");
  }

  /** A peer's JVM has what measures and what makes the data, but nothing that these need. */
  @Test
  void whatPeersAreGivenNeedsNothingElseOfOurs() throws Exception {
    Path classes = Path.of(Suite.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter out = new StringWriter();
    PrintWriter print = new PrintWriter(out);
    ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
    int failed =
        jdeps.run(
            print,
            print,
            "-verbose:package",
            "--ignore-missing-deps",
            "--multi-release=17",
            classes.resolve("dev/arabica/benchmarks/harness").toString(),
            classes.resolve("dev/arabica/benchmarks/events").toString());
    assertThat(failed).as("%s", out).isZero();
    List<String> needed =
        out.toString()
            .lines()
            .map(String::strip)
            .filter(line -> line.startsWith("dev.arabica"))
            .map(line -> line.split("\\s+")[2])
            .toList();
    assertThat(needed)
        .contains("java.util", "org.openjdk.jmh.runner")
        .allMatch(GIVEN.asPredicate());
  }
}
