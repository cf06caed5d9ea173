package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.Code;
import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Diagnostic;
import dev.arabica.dsl.FeatFormatter;
import dev.arabica.dsl.SourceFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code has a page, and every page tells the truth. */
class HelpPageTest {
  /** A line that stands for many. */
  private static final Pattern AND_SO_ON = Pattern.compile("(.*)// and so on, ([0-9_]+) times");

  static Stream<Code> codes() {
    return HelpPage.codes().stream();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theBadExampleIsToldThisAndNothingElse(Code code) {
    Compilation compilation = compile(HelpPage.of(code).bad());
    Set<Code> told =
        compilation.diagnostics().stream().map(Diagnostic::code).collect(Collectors.toSet());
    if (code.equals(Codes.TOO_MANY)) {
      told.remove(Codes.UNEXPECTED);
    }
    assertThat(told).as(Specs.print(compilation)).containsExactly(code);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void theGoodExampleCompilesAndIsLaidOut(Code code) {
    String good = HelpPage.of(code).good();
    Compilation compilation = compile(good);
    assertThat(Specs.print(compilation)).isEmpty();
    assertThat(compilation.plan()).isPresent();
    assertThat(files(good))
        .allSatisfy(file -> assertThat(FeatFormatter.format(file).text()).hasValue(file.text()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void thePageFitsATerminal(Code code) {
    HelpPage page = HelpPage.of(code);
    assertThat(page.meaning()).hasSizeGreaterThan(60).endsWith(".");
    assertThat(page.text().lines()).allMatch(line -> line.length() <= 100);
    assertThat(page.text()).startsWith(code.id() + ": " + code.title() + "\n");
  }

  private static Compilation compile(String example) {
    List<SourceFile> files = new ArrayList<>(files(example));
    if (!example.contains("source visits")) {
      files.add(SourceFile.of("visits.feat", HelpPage.source()));
    }
    return SpecCompiler.compile(files);
  }

  /** An example of several files has a comment with its name above each. */
  private static List<SourceFile> files(String example) {
    String[] parts = example.split("(?m)^// (?=\\w+\\.feat$)");
    if (parts.length == 1) {
      return List.of(SourceFile.of("example.feat", bytes(written(example))));
    }
    return Arrays.stream(parts)
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("\n", 2))
        .map(part -> SourceFile.of(part[0], bytes(written(part[1]))))
        .toList();
  }

  private static String written(String example) {
    StringBuilder text = new StringBuilder();
    for (String line : example.lines().toList()) {
      Matcher many = AND_SO_ON.matcher(line);
      if (many.matches()) {
        int times = Integer.parseInt(many.group(2).replace("_", ""));
        text.append((many.group(1) + "\n").repeat(times));
      } else {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }

  /** The text as UTF-8, but for {@code <E9>}, which stands for that one byte. */
  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String[] parts = text.split("<E9>", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        bytes.write(0xE9);
      }
      bytes.writeBytes(parts[i].getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
