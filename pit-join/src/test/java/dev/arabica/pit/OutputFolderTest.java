package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
  @TempDir Path root;

  @Test
  void appearsAtTheEndWithFilesNamedByTheirOrder() throws IOException {
    Path target = root.resolve("deep/out");
    try (OutputFolder folder = OutputFolder.open(target, false)) {
      write(folder, "part-00000-abc.parquet", "part-00001-abc.parquet", "_SUCCESS", ".x.crc");
      assertThat(target).doesNotExist();
      folder.commit(Format.PARQUET);
    }
    assertThat(names(target))
        .containsExactly("_SUCCESS", "part-00000.parquet", "part-00001.parquet");
    assertThat(names(target.getParent())).containsExactly("out");
  }

  @Test
  void leavesNothingWhenItIsNotCommitted() throws IOException {
    try (OutputFolder folder = OutputFolder.open(root.resolve("out"), false)) {
      write(folder, "part-00000-abc.txt");
    }
    assertThat(names(root)).isEmpty();
  }

  @Test
  void takesAnEmptyFolderButRefusesOneWithFiles() throws IOException {
    Path empty = Files.createDirectory(root.resolve("empty"));
    try (OutputFolder folder = OutputFolder.open(empty, false)) {
      write(folder, "part-00000-abc.txt");
      folder.commit(Format.JSONL);
    }
    assertThat(names(empty)).containsExactly("part-00000.jsonl");
    assertThatThrownBy(() -> OutputFolder.open(empty, false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("empty is not empty")
        .hasMessageContaining("--overwrite");
  }

  @Test
  void replacesWholeWhenTold() throws IOException {
    Path target = Files.createDirectory(root.resolve("out"));
    Files.writeString(target.resolve("part-00009.jsonl"), "old");
    try (OutputFolder folder = OutputFolder.open(target, true)) {
      write(folder, "part-00000-abc.txt");
      folder.commit(Format.JSONL);
    }
    assertThat(names(target)).containsExactly("part-00000.jsonl");
    assertThat(names(root)).containsExactly("out");
  }

  @Test
  void refusesAFile() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "");
    assertThatThrownBy(() -> OutputFolder.open(file, true))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is a file");
  }

  private static void write(OutputFolder folder, String... names) throws IOException {
    Files.createDirectory(folder.files());
    for (String name : names) {
      Files.writeString(folder.files().resolve(name), name);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
