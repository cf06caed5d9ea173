package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code errors/x.feat} and what is printed for it, {@code errors/x.errors}. Run with {@code
 * -Dgolden.write=true} to write the latter anew.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/errors");

  /** A line, or a part of one, that stands for many. */
  private static final Pattern AND_SO_ON = Pattern.compile("(.*)<([0-9]+) times>(\n?)");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".feat"))
          .map(name -> name.substring(0, name.length() - ".feat".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void printsWhatTheGoldenFileSays(String name) throws IOException {
    byte[] bytes = written(Files.readAllBytes(FOLDER.resolve(name + ".feat")));
    ParseResult result = FeatParser.parse(SourceFile.of(name + ".feat", bytes));
    String printed = new DiagnosticRenderer(false).render(result.diagnostics());
    Path golden = FOLDER.resolve(name + ".errors");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, printed);
    }
    assertThat(printed).isEqualTo(Files.readString(golden));
  }

  @Test
  void everyCodeIsInAGoldenFile() throws IOException {
    StringBuilder printed = new StringBuilder();
    for (String name : names()) {
      printed.append(Files.readString(FOLDER.resolve(name + ".errors")));
    }
    assertThat(Codes.all()).allMatch(code -> printed.indexOf("error " + code.id() + ":") >= 0);
  }

  /** The bytes of a file, with what stands for many repeated. */
  private static byte[] written(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return AND_SO_ON
        .matcher(text)
        .replaceAll(
            many ->
                Matcher.quoteReplacement(
                    (many.group(1) + many.group(3)).repeat(Integer.parseInt(many.group(2)))))
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
