package dev.arabica.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.benchmarks.codec.Checksums;
import dev.arabica.benchmarks.harness.Contestants;
import dev.arabica.benchmarks.harness.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers in JVMs of their own: what they cost is read, and what goes wrong is told. */
class ContestTest {
  @TempDir private Path home;

  /** As benchmarks/README.md says. */
  private Peer peer(String folder, String prepare) throws IOException {
    Path lib = Files.createDirectories(home.resolve("benchmarks/" + folder + "/target/lib"));
    String name = Fake.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(lib.resolve("fake.jar"));
        JarOutputStream jar = new JarOutputStream(file)) {
      jar.putNextEntry(new JarEntry(name));
      jar.write(Fake.class.getResourceAsStream("ContestTest$Fake.class").readAllBytes());
    }
    Path of = home.resolve("benchmarks/" + folder);
    Files.writeString(of.resolve("jvm.options"), "-Dfake.there=true\n");
    Files.writeString(of.resolve("prepare"), "#!/bin/sh\n" + prepare + "\n");
    assertThat(of.resolve("prepare").toFile().setExecutable(true)).isTrue();
    return new Peer(folder, Fake.class.getName());
  }

  @Test
  void readsWhatPeersCostAndTellsWhatWentWrong() throws IOException {
    Peer there = peer("there", "test -n \"$ARABICA_HOME\"");
    Peer refused = peer("refused", "echo 'Could not find artifact' >&2; echo; exit 1");
    Peer absent = new Peer("absent", Fake.class.getName());
    Table table =
        new Table("checksum-60", "Things", "thing", Checksums.CRC32C)
            .with(Checksums.CRC32C, Suite.table("checksum-60").own().get(Checksums.CRC32C))
            .with(new Table.Foreign("sound", there, "sound"))
            .with(new Table.Foreign("unsound", there, "unsound"))
            .with(new Table.Foreign("refused", refused, "sound"))
            .with(new Table.Foreign("absent", absent, "sound"));
    Map<String, Object> document = new Contest(home, 1, 1, 20).run(table).document();
    Map<?, ?> runs = (Map<?, ?>) document.get("runs");
    assertThat(runs.keySet()).isEqualTo(Set.of(Checksums.CRC32C, "sound"));
    Map<?, ?> run = (Map<?, ?>) ((List<?>) runs.get("sound")).get(0);
    assertThat((Double) run.get("cpu_ns")).isBetween(0.0, 1e9);
    // An array of 16 bytes and a reference to it for each of the 1,000 operations of a run.
    assertThat((Double) run.get("bytes")).isBetween(20.0, 40.0);
    assertThat(document.get("not_run"))
        .isEqualTo(
            Map.of(
                "unsound", "java.lang.IllegalStateException: 3 where it is 4",
                "refused", "Could not find artifact",
                "absent", "there is no benchmarks/absent/prepare"));
  }

  /** What a peer writes. */
  public static final class Fake implements Contestants, Work {
    private static final int OPERATIONS = 1_000;

    @Override
    public Work work(String table, String contestant) {
      if (!Boolean.getBoolean("fake.there") || contestant.equals("unsound")) {
        throw new IllegalStateException("3 where it is 4");
      }
      return this;
    }

    @Override
    public int operations() {
      return OPERATIONS;
    }

    @Override
    public Object run() {
      return new byte[OPERATIONS][0];
    }
  }
}
