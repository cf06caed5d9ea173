package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.SyntaxReader;
import dev.arabica.testkit.Fuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * However a spec was laid out and commented: the formatter keeps its tree and its comments, and has
 * nothing to add to what it did.
 */
class FormatterFuzzTest {
  private static final int SEEDS = 125;
  private static final List<String> COMMENTS =
      List.of("//", "// a", "//// b", "/// c", "///", "//\tü 😀 \r d");
  private static final Set<String> TYPES = Set.of("list", "map", "vector", "decimal");
  private static final List<String> SPACES =
      List.of(" ", "  ", "\t", "\n", "\r\n", "\n\n\n", "\n  ");

  @ParameterizedTest
  @ValueSource(strings = {"spotlight", "shop"})
  void keepsTreeAndCommentsWhateverTheLayout(String name) throws IOException {
    String spec = Files.readString(Path.of("src/test/resources/specs/" + name + ".feat"));
    Fuzz.check(
        SEEDS,
        random -> {
          SourceFile source = SourceFile.of("fuzz.feat", laidOutAnew(spec, random));
          assertThat(FeatParser.parse(source).diagnostics()).isEmpty();
          SyntaxCheck.check(source);
          assertThat(FeatFormatter.format(source).text().orElseThrow())
              .doesNotContain("\n\n\n", " \n", "\t ")
              .endsWith("\n");
        });
  }

  /** The same words with other white space, comments and names of other lengths. */
  private static String laidOutAnew(String spec, Random random) {
    int commentsInThousand = List.of(0, 5, 50, 300).get(random.nextInt(4));
    int spacesInThousand = List.of(0, 20, 100).get(random.nextInt(3));
    int longNamesInThousand = List.of(0, 20, 500).get(random.nextInt(3));
    StringBuilder text = new StringBuilder();
    List<Token> words =
        SyntaxReader.tokens(SourceFile.of("spec", spec)).stream()
            .filter(token -> !SyntaxCheck.isComment(token))
            .toList();
    for (int i = 0; i + 1 < words.size(); i++) {
      Token word = words.get(i);
      text.append(word.getText());
      if (isName(word) && random.nextInt(1_000) < longNamesInThousand) {
        text.append("_and_more".repeat(1 + random.nextInt(6)));
      }
      Token next = words.get(i + 1);
      boolean free = !isFieldName(word, next);
      text.append(free && random.nextInt(1_000) < spacesInThousand ? pick(SPACES, random) : " ");
      while (free && random.nextInt(1_000) < commentsInThousand) {
        text.append(pick(COMMENTS, random)).append('\n').append(pick(SPACES, random));
      }
      if (word.getType() == FeatLexer.ROW || next.getType() == FeatLexer.ROW) {
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** Whether a word may be the name of a field, which stands on the line of its type. */
  private static boolean isFieldName(Token word, Token next) {
    boolean type = next.getType() == FeatLexer.IDENT || next.getType() == FeatLexer.STRUCT;
    return word.getText().matches("\\w+") && type && word.getLine() == next.getLine();
  }

  private static boolean isName(Token word) {
    return word.getType() == FeatLexer.IDENT && !TYPES.contains(word.getText());
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
