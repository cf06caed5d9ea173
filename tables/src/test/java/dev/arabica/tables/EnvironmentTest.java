package dev.arabica.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
  @TempDir Path folder;

  @Test
  void isMadeOnceAndOpenedAgain() {
    Environment made = Environment.create(folder.resolve("env"));
    Environment opened = Environment.open(folder.resolve("env"));

    assertThat(opened.warehouse()).isEqualTo(made.warehouse()).isDirectory();
    assertThat(opened.store()).isDirectory();
    assertThat(opened.checkpoints()).isDirectory();
  }

  @Test
  void saysWhatIsNotAnEnvironment() {
    assertThatThrownBy(() -> Environment.open(folder.resolve("none")))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("no folder")
        .hasMessageContaining("none");
    assertThatThrownBy(() -> Environment.open(folder))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("`warehouse`");
  }

  @Test
  void aFileNamesAnotherCatalogue() throws Exception {
    Environment environment = Environment.create(folder);
    Files.writeString(
        folder.resolve("catalog.properties"), "type=rest\nuri=http://catalogue:8181\n");

    assertThat(CatalogSettings.properties(environment))
        .containsEntry("type", "rest")
        .containsEntry("warehouse", environment.warehouse().toString())
        .doesNotContainKey("jdbc.schema-version");
    assertThat(CatalogSettings.sparkSettings(environment))
        .containsEntry("spark.sql.catalog.arabica.uri", "http://catalogue:8181")
        .containsEntry("spark.sql.catalog.arabica.cache-enabled", "false");
  }

  @Test
  void aCatalogueFileMustSayWhichKind() throws Exception {
    Environment environment = Environment.create(folder);
    Files.writeString(folder.resolve("catalog.properties"), "uri=http://catalogue:8181\n");

    assertThatThrownBy(() -> Tables.open(environment))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("neither `type` nor `catalog-impl`");
  }
}
