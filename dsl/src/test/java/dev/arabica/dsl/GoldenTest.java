package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code errors/x.feat} and what is printed for it, {@code errors/x.errors}. Run with {@code
 * -Dgolden.write=true} to write the latter anew.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/errors");

  static Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".feat"))
          .map(name -> name.substring(0, name.length() - ".feat".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsWhatTheGoldenFileSays(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name + ".feat"));
    ParseResult result = FeatParser.parse(SourceFile.of(name + ".feat", bytes));
    String printed = new DiagnosticRenderer(false).render(result.diagnostics());
    Path golden = FOLDER.resolve(name + ".errors");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }
}
