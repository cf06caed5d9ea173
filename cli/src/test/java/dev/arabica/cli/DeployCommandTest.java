package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.tables.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployCommandTest {
  private static final String SPEC =
      """
      package p
      source s {
        table "p.s"
        fields { k string  n int64  at timestamp }
        time at
      }
      features g from s by k {
        x = count() over 1h
        y = sum(n) over 1h
      }
      """;

  @TempDir private Path folder;

  /** A later aggregate is a pack of its own; blocks that are stored keep theirs. */
  @Test
  void goesOnWithThePacksOfTheEnvironment() throws IOException {
    assertThat(deploy(SPEC)).contains("source p.s: table p.s").doesNotContain("no blocks yet");
    List<String> first = packs();
    assertThat(first).hasSize(1);

    String more =
        SPEC.replace("y = sum(n) over 1h", "y = sum(n) over 1h, 6h\n  z = max(n) over 1d");
    assertThat(deploy(more))
        .endsWith("no blocks yet, until `featc repair` has built them:\n  p.g.z_last_1d\n");
    assertThat(packs()).hasSize(2).startsWith(first.get(0));

    assertThat(deploy(SPEC)).doesNotContain("no blocks yet");
    assertThat(packs()).isEqualTo(first);
  }

  private String deploy(String text) throws IOException {
    Path spec = Files.writeString(folder.resolve("spec.feat"), text);
    CommandRun run = CommandRun.of("deploy", spec, "--env", folder.resolve("env"));
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  private List<String> packs() {
    Plan plan = Environment.open(folder.resolve("env")).plans().current();
    return plan.group("g").packs().stream().map(GroupPlan.Pack::id).toList();
  }
}
