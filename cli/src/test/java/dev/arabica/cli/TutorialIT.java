package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the tutorial says, in order: writes its files, runs its commands, and finds its
 * outputs. Run with {@code -Dgolden.write=true} to write the outputs anew.
 */
class TutorialIT {
  private static final Path PAGE = Engine.home().resolve("docs/TUTORIAL.md");

  /** A block, and the last word in backquotes before a colon above it: the file to save it as. */
  private static final Pattern BLOCK =
      Pattern.compile("(?:`(bakery/[a-z_.]+)`:\\n\\n)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  private String printed = "";

  @Test
  void itsOutputsAreThoseOfTheCommands() throws IOException, InterruptedException {
    Path launcher = folder.resolve("featc");
    Files.writeString(
        launcher, "#!/bin/sh\nexec '" + Engine.home().resolve("featc") + "' \"$@\"\n");
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
    String page = Files.readString(PAGE);
    StringBuilder written = new StringBuilder();
    Matcher block = BLOCK.matcher(page);
    int blocks = 0;
    Path last = null;
    while (block.find()) {
      blocks++;
      String body = block.group(3);
      last = block.group(1) == null ? last : folder.resolve(block.group(1));
      switch (block.group(2)) {
        case "sh" -> printed = run(body);
        case "text" -> body = printed;
        default -> save(last, body);
      }
      block.appendReplacement(
          written,
          Matcher.quoteReplacement(page.substring(block.start(), block.start(3)) + body + "```"));
    }
    block.appendTail(written);
    assertThat(blocks).isGreaterThan(20);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, written);
    } else {
      assertThat(written.toString()).isEqualTo(page);
    }
  }

  private static void save(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String run(String script) throws IOException, InterruptedException {
    Path log = Files.createTempFile("tutorial", ".log");
    try {
      Process process =
          new ProcessBuilder("sh", "-u", "-c", script)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.waitFor(); // some commands are meant to fail; what they print says so
      return Files.readString(log);
    } finally {
      Files.delete(log);
    }
  }
}
