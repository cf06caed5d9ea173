package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir Path folder;

  @Test
  void theNewestIsTheHighestThatIsFinished() throws IOException {
    finished("a/chk-9");
    finished("b/chk-10");
    Files.createDirectories(folder.resolve("b/chk-11"));
    Files.createDirectories(folder.resolve("b/shared"));
    assertThat(new Checkpoints(folder).newest()).contains(folder.resolve("b/chk-10"));
  }

  @Test
  void anEmptyFolderHasNone() {
    assertThat(new Checkpoints(folder).newest()).isEmpty();
  }

  @Test
  void sweepingKeepsWhatCanBeRestored() throws IOException {
    finished("a/chk-9");
    Files.createDirectories(folder.resolve("a/chk-10/part"));
    Files.createDirectories(folder.resolve("c/chk-1"));
    Files.createDirectories(folder.resolve("c/shared"));
    Files.writeString(folder.resolve("plan"), "p");
    new Checkpoints(folder).sweep();
    assertThat(folder.resolve("a/chk-9/_metadata")).exists();
    assertThat(folder.resolve("a/chk-10")).doesNotExist();
    assertThat(folder.resolve("c")).doesNotExist();
    assertThat(folder.resolve("plan")).exists();
  }

  private void finished(String path) throws IOException {
    Files.createDirectories(folder.resolve(path));
    Files.writeString(folder.resolve(path).resolve("_metadata"), "m");
  }
}
