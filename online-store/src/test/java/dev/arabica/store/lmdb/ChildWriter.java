package dev.arabica.store.lmdb;

import static dev.arabica.store.Records.record;
import static dev.arabica.store.Records.revision;

import dev.arabica.store.BlockRecord;
import dev.arabica.store.BlockStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that writes to a store until it is done or killed. */
final class ChildWriter implements AutoCloseable {
  static final int BLOCKS = 400;

  final Process process;
  private final BufferedReader lines;

  private ChildWriter(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Writes revisions {@code first} to {@code last}; stops before the flip of {@code hangAt}. */
  static ChildWriter start(Path store, long first, long last, long hangAt, LmdbSettings settings)
      throws IOException {
    ProcessBuilder command = new ProcessBuilder();
    command
        .command()
        .addAll(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ChildWriter.class.getName(),
                store.toString(),
                Long.toString(first),
                Long.toString(last),
                Long.toString(hangAt),
                Long.toString(settings.mapBytes()),
                Long.toString(settings.maxMapBytes())));
    return new ChildWriter(command.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  String readLine() throws IOException {
    return lines.readLine();
  }

  /** Sends SIGKILL. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  static List<BlockRecord> records(long revision) {
    List<BlockRecord> records = new ArrayList<>();
    for (int block = 0; block < BLOCKS; block++) {
      records.add(record("key", block, revision, "r" + revision));
    }
    return records;
  }

  @SuppressWarnings("try")
  public static void main(String[] args) throws Exception {
    long last = Long.parseLong(args[2]);
    long hangAt = Long.parseLong(args[3]);
    LmdbSettings settings =
        LmdbSettings.DEFAULT.withMapBytes(Long.parseLong(args[4]), Long.parseLong(args[5]));
    try (BlockStore store = LmdbBlockStore.open(Path.of(args[0]), settings)) {
      for (long r = Long.parseLong(args[1]); r <= last; r++) {
        try (BlockStore.PublishLock lock = store.lockForPublishing()) {
          List<BlockRecord> records = records(r);
          if (r == hangAt) {
            // Half of the revision is there, and the killer is told to come.
            store.write(records.subList(0, BLOCKS / 2));
            store.read();
            System.out.println("HALF");
            Thread.sleep(60_000);
          }
          store.write(records);
          store.publish(revision(r));
        }
        if (r == 1) {
          System.out.println("STARTED");
        }
      }
    }
    System.out.println("DONE");
  }
}
