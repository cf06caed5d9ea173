package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher keeps an archive of classes: of use where it fits, and never in the way. */
class LauncherIT {
  private static final String SOUND = "1 file: 0 errors, 0 warnings\n";

  @TempDir private Path home;

  /** A home of its own, with what {@code check} needs. */
  @BeforeEach
  void install() throws IOException {
    copy("featc");
    copy(".mvn/jdk.sh");
    copy("examples/first-steps/videos.feat");
    Path lib = Engine.home().resolve("dist/lib/cli");
    try (Stream<Path> jars = Files.list(lib)) {
      for (Path jar : jars.filter(LauncherIT::isNeeded).toList()) {
        copy(Engine.home().relativize(jar).toString());
      }
    }
    Files.createFile(home.resolve("dist/.built"));
  }

  @Test
  void writesTheArchiveOnceAndLoadsFromIt() throws Exception {
    assertThat(check()).isEqualTo(SOUND);
    Path archive = archive();
    FileTime written = Files.getLastModifiedTime(archive);
    Path log = home.resolve("classes.log");
    assertThat(check("-Xlog:class+load:file=" + log)).isEqualTo(SOUND);
    assertThat(Files.readString(log))
        .contains("dev.arabica.compiler.SpecCompiler source: shared objects file (top)");
    assertThat(Files.getLastModifiedTime(archive)).isEqualTo(written);
  }

  @Test
  void writesTheArchiveAnewForNewJars() throws Exception {
    check();
    FileTime written = Files.getLastModifiedTime(archive());
    copy("dist/lib/cli/" + jar("arabica-cli").getFileName());
    assertThat(check()).isEqualTo(SOUND);
    assertThat(Files.getLastModifiedTime(archive())).isGreaterThan(written);
  }

  @Test
  void anArchiveThatDoesNotFitIsNotMentioned() throws Exception {
    check();
    Path archive = archive();
    // Newer than the jars by its own time, so that the launcher lets it be.
    Files.setLastModifiedTime(archive, FileTime.from(Instant.now().plusSeconds(86_400)));
    Files.setLastModifiedTime(jar("arabica-dsl"), FileTime.from(Instant.EPOCH));
    assertThat(check()).isEqualTo(SOUND);
    Files.delete(archive);
    Files.writeString(archive, "no archive at all");
    assertThat(check()).isEqualTo(SOUND);
    Files.writeString(archive, "");
    assertThat(check()).isEqualTo(SOUND);
  }

  @Test
  void severalMayStartAtOnce() throws Exception {
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      processes.add(start(home.resolve("out" + i), ""));
    }
    for (int i = 0; i < 3; i++) {
      assertThat(processes.get(i).waitFor()).isZero();
      assertThat(home.resolve("out" + i)).hasContent(SOUND);
    }
    assertThat(archive()).isNotEmptyFile();
  }

  private String check(String... options) throws Exception {
    Path out = home.resolve("out");
    assertThat(start(out, String.join(" ", options)).waitFor()).as(Files.readString(out)).isZero();
    return Files.readString(out);
  }

  private Process start(Path out, String options) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("featc").toString(), "check", "examples")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(Map.of("FEATC_JAVA_OPTS", options));
    return builder.start();
  }

  /** The archive; nothing else is left lying about. */
  private Path archive() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("dist"))) {
      List<Path> archives = files.filter(file -> file.toString().contains(".jsa")).toList();
      assertThat(archives).hasSize(1);
      return archives.get(0);
    }
  }

  private Path jar(String artifact) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("dist/lib/cli"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith(artifact + "-0"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean isNeeded(Path jar) {
    return jar.getFileName().toString().matches("(arabica|picocli|antlr4|jackson-core)-?.*");
  }

  private void copy(String path) throws IOException {
    Path target = home.resolve(path);
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    Files.copy(Engine.home().resolve(path), target);
    assertThat(target.toFile().setExecutable(true)).isTrue();
  }
}
