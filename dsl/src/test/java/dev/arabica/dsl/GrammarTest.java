package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.SyntaxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule of the grammar has a file {@code rules/NAME.txt} with texts it accepts, texts it does
 * not, and what is said of the latter. Run with {@code -Dgolden.write=true} to write that anew.
 */
class GrammarTest {
  private static final Path FOLDER = Path.of("src/test/resources/rules");
  private static final String SAYS = "--- says\n";

  static List<String> rules() {
    return List.of(dev.arabica.dsl.grammar.FeatParser.ruleNames);
  }

  @Test
  void everyRuleHasExamplesAndNothingElseHas() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList();
      assertThat(names).containsExactlyElementsOf(new TreeSet<>(rules()));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void acceptsTheGoodExamples(String rule) throws IOException {
    List<String> good = examples(rule, "good");
    assertThat(good).anyMatch(text -> holds(tree(text), rule));
    for (String text : good) {
      SourceFile source = SourceFile.of(rule, text);
      assertThat(print(source)).as(text).isEmpty();
      assertThat(FeatFormatter.format(source).text()).as(text).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void saysWhatIsWrongWithTheBadExamples(String rule) throws IOException {
    List<String> bad = examples(rule, "bad");
    assertThat(bad).anyMatch(text -> holds(tree(text), rule));
    StringBuilder said = new StringBuilder();
    for (String text : bad) {
      String printed = print(SourceFile.of(rule, text));
      assertThat(printed).as(text).isNotEmpty();
      said.append(said.isEmpty() ? "" : "\n").append(printed);
    }
    Path file = FOLDER.resolve(rule + ".txt");
    String content = Files.readString(file);
    int from = content.indexOf(SAYS) + SAYS.length();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, content.substring(0, from) + said);
    }
    assertThat(said.toString()).isEqualTo(Files.readString(file).substring(from));
  }

  private static List<String> examples(String rule, String kind) throws IOException {
    String content = Files.readString(FOLDER.resolve(rule + ".txt"));
    return Arrays.stream(content.split("(?m)^(?=--- )"))
        .filter(part -> part.startsWith("--- " + kind + "\n"))
        .map(part -> part.substring(part.indexOf('\n') + 1))
        .toList();
  }

  private static String print(SourceFile source) {
    return new DiagnosticRenderer(false).render(FeatParser.parse(source).diagnostics());
  }

  private static ParseTree tree(String text) {
    return SyntaxReader.tree(SourceFile.of("test.feat", text));
  }

  private static boolean holds(ParseTree tree, String rule) {
    boolean here =
        tree instanceof ParserRuleContext context
            && rules().get(context.getRuleIndex()).equals(rule);
    for (int i = 0; i < tree.getChildCount() && !here; i++) {
      here = holds(tree.getChild(i), rule);
    }
    return here;
  }
}
