package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.intake.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void someFiles() throws IOException {
    Files.createDirectories(folder.resolve("day2"));
    Files.createDirectories(folder.resolve("empty"));
    for (String name : List.of("b.csv", "a.csv.gz", "c.jsonl", ".hidden", "day2/a.csv")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  @Test
  void findsFilesFoldersAndGlobs() {
    assertThat(names("b.csv")).containsExactly("b.csv");
    assertThat(names("")).containsExactly("a.csv.gz", "b.csv", "c.jsonl", "day2/a.csv");
    assertThat(names("*.{csv,csv.gz}")).containsExactly("a.csv.gz", "b.csv");
    assertThat(names("b.csv", "*.csv", "day2")).containsExactly("b.csv", "day2/a.csv");
  }

  @Test
  void namesWhatIsNotThere() {
    assertWrong("no such file: " + folder.resolve("x.csv"), "x.csv");
    assertWrong("no such file: " + folder.resolve("no/where.csv"), "no/where.csv");
    assertWrong("no files in " + folder.resolve("*.parquet"), "*.parquet");
    assertWrong("no files in " + folder.resolve("empty"), "empty");
  }

  @Test
  void aFileIsTheSameByNameSizeAndContent() throws IOException {
    Path copy = Files.createDirectories(folder.resolve("copy")).resolve("b.csv");
    Files.writeString(copy, "b.csv");
    assertThat(InputIdentity.of(copy)).isEqualTo(InputIdentity.of(folder.resolve("b.csv")));
    Files.writeString(copy, "B.csv");
    assertThat(InputIdentity.of(copy)).isNotEqualTo(InputIdentity.of(folder.resolve("b.csv")));
    assertThat(InputIdentity.of(copy)).startsWith("b.csv 5 sha256:");
  }

  private List<String> names(String... from) {
    return InputFiles.find(words(from)).stream()
        .map(file -> folder.relativize(file).toString())
        .toList();
  }

  private void assertWrong(String message, String... from) {
    assertThatThrownBy(() -> InputFiles.find(words(from)))
        .isInstanceOf(DataFileException.class)
        .hasMessage(message);
  }

  private List<String> words(String... from) {
    return List.of(from).stream().map(name -> folder.resolve(name).toString()).toList();
  }
}
