package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody else's system with a class path of its own: a folder beside this module, which says how
 * to get it and holds the code that calls it. The README of this module says what is in it.
 *
 * @param folder its name
 * @param contestants the class in it that has the contestants
 */
record Peer(String folder, String contestants) {
  static final Peer CHRONON =
      new Peer("chronon", "dev.arabica.benchmarks.chronon.ChrononContestants");

  /**
   * Fetches and compiles what is not there.
   *
   * @throws IOException if that cannot be done; its last line says why
   */
  void prepare(Path home) throws IOException {
    Path prepare = of(home).resolve("prepare");
    if (!Files.isExecutable(prepare)) {
      throw new IOException("there is no " + home.relativize(prepare));
    }
    Timed.run(List.of("env", "ARABICA_HOME=" + home, prepare.toString()));
  }

  /** The flags and the class path of its JVM: its own, and of ours what measures. */
  List<String> jvm(Path home, List<String> measuring) {
    Path flags = of(home).resolve("jvm.options");
    List<String> words = new ArrayList<>();
    if (Files.exists(flags)) {
      words.add("@" + flags);
    }
    words.add("-cp");
    words.add(of(home).resolve("target/lib/*") + ":" + String.join(":", measuring));
    return words;
  }

  private Path of(Path home) {
    return home.resolve("benchmarks").resolve(folder);
  }
}
