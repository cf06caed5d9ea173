package dev.arabica.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittersIT {
  private static final int PROCESSES = 2;
  private static final int COMMITS = 10;

  @TempDir Path folder;

  @Test
  void severalProcessesLoseNoCommitAndDoubleNone() throws Exception {
    List<Process> children = new ArrayList<>();
    for (int i = 0; i < PROCESSES; i++) {
      children.add(start("job" + i));
    }
    for (Process child : children) {
      assertThat(child.waitFor()).isZero();
    }

    List<String> expected =
        Stream.of("job00", "job01", "job10", "job11", "shared")
            .flatMap(
                job -> LongStream.range(0, COMMITS).mapToObj(i -> new CommitId(job, i).toString()))
            .toList();
    try (Tables tables = Tables.open(Environment.open(folder))) {
      BlockTable blocks = tables.blocks();
      List<BlockCommit> commits = blocks.commitsAfter(0);
      assertThat(commits)
          .extracting(BlockCommit::revision)
          .containsExactlyElementsOf(LongStream.rangeClosed(1, expected.size()).boxed().toList());
      assertThat(Samples.all(blocks.rowsUpTo(blocks.revision())))
          .extracting(row -> new String(row.block().key(), "UTF-8"))
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(blocks.control().latest().watermarks())
          .hasSize(5)
          .allSatisfy((job, last) -> assertThat(last).isEqualTo(COMMITS - 1));
    }
  }

  private Process start(String name) throws Exception {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            System.getProperty("java.class.path"),
            Committer.class.getName(),
            folder.toString(),
            name,
            Integer.toString(COMMITS))
        .inheritIO()
        .start();
  }
}
