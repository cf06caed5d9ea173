package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans as each version of the artefact has written them, in {@code plans/v1} and so on. They are
 * read for ever, so none is changed once its version is released; {@code -Dgolden.write=true}
 * writes the one of {@link WholePlan} anew until then.
 */
class PlanFixturesTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");
  private static final Path WHOLE = FOLDER.resolve("v2/whole.json");

  static List<Path> first() throws IOException {
    return files("v1");
  }

  static List<Path> newest() throws IOException {
    return files("v" + Plan.VERSION);
  }

  @ParameterizedTest
  @MethodSource("first")
  void theFirstVersionMeansTheSameAsTheNewest(Path file) throws IOException {
    Path again = FOLDER.resolve("v" + Plan.VERSION).resolve(file.getFileName());
    Plan plan = read(file);
    assertThat(plan).isEqualTo(read(again));
    assertThat(PlanCodec.toPrettyJson(plan) + "\n").isEqualTo(Files.readString(again));
  }

  @ParameterizedTest
  @MethodSource("newest")
  void isWrittenAgainAsItWas(Path file) throws IOException {
    Plan plan = read(file);
    assertThat(PlanCodec.toPrettyJson(plan) + "\n").isEqualTo(Files.readString(file));
    assertThat(PlanCodec.fromJson(PlanCodec.toJson(plan))).isEqualTo(plan);
  }

  @Test
  void theNewestSaysEverything() throws IOException {
    String pretty = PlanCodec.toPrettyJson(WholePlan.plan()) + "\n";
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(WHOLE, pretty);
    }
    assertThat(read(WHOLE)).isEqualTo(WholePlan.plan());
    assertThat(pretty).isEqualTo(Files.readString(WHOLE));
  }

  /** Blocks are stored by these names: the ids in the files are of the day they were written. */
  @ParameterizedTest
  @MethodSource("first")
  void keepsTheIdentityOfWhatIsStored(Path file) throws IOException {
    Plan plan = read(file);
    for (GroupPlan group : plan.groups()) {
      for (GroupPlan.Pack pack : group.packs()) {
        assertThat(pack.aggregates())
            .isNotEmpty()
            .allSatisfy(a -> assertThat(identity(plan, group, a)).isEqualTo(a.id()));
        assertThat(Fingerprint.pack(pack.aggregates().stream().map(a -> a.id()).toList()))
            .isEqualTo(pack.id());
      }
    }
  }

  private static String identity(Plan plan, GroupPlan group, GroupPlan.Aggregate aggregate) {
    return Fingerprint.aggregate(
        plan,
        group.source(),
        group.keys().stream().map(GroupPlan.Key::expr).toList(),
        group.where(),
        aggregate);
  }

  private static Plan read(Path file) throws IOException {
    return PlanCodec.fromJson(Files.readString(file));
  }

  private static List<Path> files(String version) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(version))) {
      return files.sorted().toList();
    }
  }
}
