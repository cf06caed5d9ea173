package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An oracle that shares code with what it judges would agree with its mistakes. */
final class IndependenceTest {
  /** Of these packages only what is named may be used: data, and the status names. */
  private static final List<String> SHARED =
      List.of(
          "dev.arabica.core.agg.FeatureStatus",
          "dev.arabica.core.expr.Expr",
          "dev.arabica.core.expr.Function",
          "dev.arabica.core.key.EventId",
          "dev.arabica.core.time.Window.Anchor",
          "dev.arabica.core.plan.",
          "dev.arabica.core.type.");

  @Test
  void theOracleUsesNoneOfTheEnginesCode() throws IOException {
    List<Path> sources;
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      sources = files.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(5);
    assertThat(sources.stream().flatMap(IndependenceTest::coreClassesOf))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(SHARED).anyMatch(name::startsWith));
  }

  private static Stream<String> coreClassesOf(Path source) {
    try {
      return Files.readAllLines(source).stream()
          .map(String::strip)
          .filter(line -> !line.startsWith("*"))
          .filter(line -> line.contains("dev.arabica.core."))
          .map(line -> line.substring(line.indexOf("dev.arabica.core.")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
