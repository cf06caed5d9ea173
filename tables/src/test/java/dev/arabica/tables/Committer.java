package dev.arabica.tables;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One of several processes that commit to one table at once: two threads of its own. */
final class Committer {
  private Committer() {}

  /** Arguments: the environment's folder, the process' name, commits per thread. */
  public static void main(String[] args) throws Exception {
    run(Path.of(args[0]), args[1], Integer.parseInt(args[2]));
  }

  static void run(Path folder, String name, int commits) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<Void>> work = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      work.add(threads.submit(commits(folder, name + i, commits)));
    }
    for (Future<Void> done : work) {
      done.get();
    }
    threads.shutdown();
  }

  private static Callable<Void> commits(Path folder, String job, int commits) {
    return () -> {
      try (Tables tables = Tables.open(Environment.create(folder))) {
        BlockTable blocks = tables.blocks();
        for (int i = 0; i < commits; i++) {
          commit(blocks, new CommitId(job, i));
          // All processes try these, and only one of them may succeed.
          commit(blocks, new CommitId("shared", i));
        }
      }
      return null;
    };
  }

  private static void commit(BlockTable blocks, CommitId id) {
    TableFileWriter<BlockRow> writer = blocks.newFileWriter();
    writer.add(Samples.block(id.toString(), Samples.NOON, 1));
    Control control = Control.builder().watermark(id.job(), id.checkpoint()).build();
    long revision = blocks.commit(writer.finish(), control, id);
    if (blocks.committed(id).orElseThrow() != revision) {
      throw new AssertionError(id + " is not revision " + revision);
    }
  }
}
