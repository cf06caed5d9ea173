package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Function;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Codes;
import dev.arabica.dsl.FeatFormatter;
import dev.arabica.dsl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reference page says what the compiler does: its examples compile, its tables are those of the
 * code. Run with {@code -Dgolden.write=true} to write the tables anew.
 */
class LanguagePageTest {
  private static final Path PAGE = Path.of("../docs/LANGUAGE.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```feat\\n(.*?)^```$");

  @Test
  void theExamplesAreOneProgramThatCompiles() throws IOException {
    Matcher matcher = EXAMPLE.matcher(Files.readString(PAGE));
    List<SourceFile> files = new ArrayList<>();
    while (matcher.find()) {
      files.add(SourceFile.of("example " + (files.size() + 1), matcher.group(1)));
    }
    assertThat(files)
        .hasSizeGreaterThan(3)
        .allSatisfy(file -> assertThat(FeatFormatter.format(file).text()).hasValue(file.text()));
    assertThat(Specs.print(SpecCompiler.compile(files))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aggregates", "functions", "codes"})
  void theTablesAreThoseOfTheCode(String name) throws IOException {
    String page = Files.readString(PAGE);
    String start = "<!-- " + name + " -->\n";
    int from = page.indexOf(start) + start.length();
    int to = page.indexOf("<!-- end -->", from);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(PAGE, page.substring(0, from) + table(name) + page.substring(to));
    } else {
      assertThat(page.substring(from, to)).isEqualTo(table(name));
    }
  }

  private static String table(String name) {
    return switch (name) {
      case "aggregates" -> aggregates();
      case "functions" -> functions();
      default -> codes();
    };
  }

  private static String aggregates() {
    return "| aggregate | | empty window | law |\n|---|---|---|---|\n"
        + Arrays.stream(AggregateFunction.values())
            .map(f -> row(code(f.symbol()), f.doc(), code(f.emptyValue()), law(f)))
            .collect(Collectors.joining());
  }

  private static String law(AggregateFunction function) {
    return function.law() + function.errorBound().map(bound -> ": " + bound).orElse("");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static String functions() {
    return "| | |\n|---|---|\n"
        + Arrays.stream(Function.values())
            .map(f -> row("`" + written(f) + "`", f.doc()))
            .collect(Collectors.joining());
  }

  private static String written(Function function) {
    return function == Function.NEGATE ? "-x" : function.symbol();
  }

  private static String codes() {
    return "| code | |\n|---|---|\n"
        + Stream.concat(Codes.all().stream(), CompilerCodes.all().stream())
            .map((Code code) -> row(code.id(), code.title()))
            .collect(Collectors.joining());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }
}
