package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.SyntaxReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/**
 * However a spec was laid out and commented: the formatter keeps its tree and its comments, and has
 * nothing to add to what it did.
 */
class FormatterFuzzTest {
  private static final Path SPEC = Path.of("src/test/resources/specs/spotlight.feat");
  private static final int SEEDS = 1_500;
  private static final List<String> COMMENTS =
      List.of("//", "// a", "//// b", "/// c", "///", "//\tü 😀 \r d");
  private static final List<String> SPACES =
      List.of(" ", "  ", "\t", "\n", "\r\n", "\n\n\n", "\n  ");

  @Test
  void keepsTreeAndCommentsWhateverTheLayout() throws IOException {
    String spec = Files.readString(SPEC);
    int parsed = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      parsed += check(seed, laidOutAnew(spec, new Random(seed)));
    }
    assertThat(parsed).isGreaterThan(SEEDS / 4);
  }

  /** How many texts were formatted: one, or none if it does not parse. */
  private static int check(int seed, String text) {
    SourceFile source = SourceFile.of("fuzz.feat", text);
    ParseResult before = FeatParser.parse(source);
    FeatFormatter.Result result = FeatFormatter.format(source);
    assertThat(result.text().isEmpty()).isEqualTo(before.hasErrors());
    if (before.hasErrors()) {
      return 0;
    }
    String formatted = result.text().orElseThrow();
    SourceFile again = SourceFile.of("formatted.feat", formatted);
    ParseResult after = FeatParser.parse(again);
    String shown = "seed " + seed + "\n" + text + "\n----- formatted\n" + formatted;
    assertThat(after.diagnostics()).as(shown).isEmpty();
    assertThat(TreeText.of(after.file())).as(shown).isEqualTo(TreeText.of(before.file()));
    assertThat(comments(again)).as(shown).isEqualTo(comments(source));
    assertThat(FeatFormatter.format(again).text()).as(shown).hasValue(formatted);
    assertThat(formatted).as(shown).doesNotContain("\n\n\n", " \n", "\t ").endsWith("\n");
    return 1;
  }

  private static List<String> comments(SourceFile source) {
    return SyntaxReader.tokens(source).stream()
        .filter(FormatterFuzzTest::isComment)
        .map(comment -> comment.getText().stripTrailing())
        .toList();
  }

  private static boolean isComment(Token token) {
    return token.getType() == FeatLexer.DOC || token.getType() == FeatLexer.COMMENT;
  }

  /** The same words with other white space, comments and names of other lengths. */
  private static String laidOutAnew(String spec, Random random) {
    int commentsInThousand = List.of(0, 5, 50, 300).get(random.nextInt(4));
    int spacesInThousand = List.of(0, 20, 100).get(random.nextInt(3));
    int longNamesInThousand = List.of(0, 20, 500).get(random.nextInt(3));
    StringBuilder text = new StringBuilder();
    for (Token token : SyntaxReader.tokens(SourceFile.of("spec", spec))) {
      if (isComment(token) || token.getType() == Token.EOF) {
        continue;
      }
      text.append(token.getText());
      if (token.getType() == FeatLexer.IDENT && random.nextInt(1_000) < longNamesInThousand) {
        text.append("_and_more".repeat(1 + random.nextInt(6)));
      }
      text.append(random.nextInt(1_000) < spacesInThousand ? pick(SPACES, random) : " ");
      while (random.nextInt(1_000) < commentsInThousand) {
        text.append(pick(COMMENTS, random)).append('\n').append(pick(SPACES, random));
      }
    }
    return text.toString();
  }

  private static String pick(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
