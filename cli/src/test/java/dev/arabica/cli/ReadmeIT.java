package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.SpecCompiler;
import dev.arabica.dsl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a newcomer to type works as it stands there. */
class ReadmeIT {
  private static final Pattern BLOCK = Pattern.compile("```(\\w+)\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void itsSpecsCompile() throws IOException {
    List<String> specs = blocks("feat");
    assertThat(specs).isNotEmpty();
    for (String spec : specs) {
      assertThat(SpecCompiler.compile(List.of(SourceFile.of("README.md", spec))).diagnostics())
          .isEmpty();
    }
    assertThat(specs)
        .contains(Files.readString(Engine.home().resolve("examples/first-steps/videos.feat")));
  }

  @Test
  void itsCommandsRun() throws IOException, InterruptedException {
    copy("featc", "#!/bin/sh\nexec '" + Engine.home().resolve("featc") + "' \"$@\"\n");
    for (String name : List.of("videos.feat", "views.csv", "impressions.csv")) {
      String path = "examples/first-steps/" + name;
      copy(path, Files.readString(Engine.home().resolve(path)));
    }
    List<String> scripts = blocks("sh");
    assertThat(scripts).isNotEmpty();
    for (String script : scripts) {
      Path log = Files.createTempFile(folder, "log", ".txt");
      Process process =
          new ProcessBuilder("sh", "-eu", "-c", script)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      assertThat(process.waitFor()).as(script + "\n" + Files.readString(log)).isZero();
    }
    assertThat(folder.resolve("preview.csv")).exists();
    assertThat(folder.resolve("training")).isNotEmptyDirectory();
  }

  /** No links: whoever clears the folder must not reach what they point to. */
  private void copy(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private static List<String> blocks(String language) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(Files.readString(Engine.home().resolve("README.md")));
    while (matcher.find()) {
      if (matcher.group(1).equals(language)) {
        blocks.add(matcher.group(2));
      }
    }
    return blocks;
  }
}
