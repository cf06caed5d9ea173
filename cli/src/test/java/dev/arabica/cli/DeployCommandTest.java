package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Instants;
import dev.arabica.store.ReadSession;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;
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

  private static final long HI = Instants.MICROS_PER_HOUR;

  @TempDir private Path folder;

  /** A later aggregate is a pack of its own; blocks that are stored keep theirs. */
  @Test
  void goesOnWithThePacksOfTheEnvironment() throws IOException {
    assertThat(deploy(SPEC)).contains("source p.s: table p.s").doesNotContain("incomplete");
    List<String> first = packs();
    assertThat(first).hasSize(1);

    String more =
        SPEC.replace("y = sum(n) over 1h", "y = sum(n) over 1h, 6h\n  z = max(n) over 1d");
    assertThat(deploy(more))
        .endsWith("incomplete, until `featc repair` has built their blocks:\n  p.g.z_last_1d\n");
    assertThat(packs()).hasSize(2).startsWith(first.get(0));

    assertThat(deploy(SPEC)).doesNotContain("incomplete");
    assertThat(packs()).isEqualTo(first);
  }

  /** As a build left them that did not say in its commits which packs are built. */
  @Test
  void theBlocksOfAnOlderBuildAreThoseOfThePlanBefore() throws IOException {
    deploy(SPEC);
    Environment environment = Environment.open(folder.resolve("env"));
    try (Tables tables = Tables.open(environment)) {
      Control control = Control.builder().watermark("p.s", HI).completeFrom("p.s", 0).build();
      tables.blocks().commit(List.of(), control, CommitId.unique("older build"));
    }
    assertThat(deploy(SPEC.replace("x = ", "z = max(n) over 1d\n  x = ")))
        .endsWith("built their blocks:\n  p.g.z_last_1d\n");
    List<String> packs = packs();
    try (Tables tables = Tables.open(environment);
        LmdbBlockStore store = LmdbBlockStore.open(environment.store());
        ReadSession session = store.read()) {
      ControlState state = tables.blocks().control().latest();
      assertThat(state.completeFrom("p.s", packs.get(0), HI)).isZero();
      assertThat(state.completeFrom("p.s", packs.get(1), HI)).isEqualTo(Long.MAX_VALUE);
      assertThat(session.control()).isEqualTo(state);
    }
    assertThat(deploy(SPEC)).doesNotContain("incomplete");
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
