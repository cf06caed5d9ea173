package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.FeatLexer;
import java.util.List;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Vocabulary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A keyword is a name wherever a name can stand, but for the few that no name can be. */
class KeywordTest {
  private static final List<String> RESERVED =
      List.of(
          "and", "as", "false", "in", "is", "let", "not", "null", "or", "over", "struct", "true",
          "where");

  /** A spec in which {@code @} is the name of all that has one. */
  private static final String EVERYWHERE =
      """
      package @.@

      import @.@.@
      import @.{ @, @ as @ }

      source @ {
        kafka  "topic" { format @ }
        fields {
          @ string
          a struct { @ string  @ int64 }
        }
        time   @
        dedup  @, @ within 1h
      }

      view @ from @ and @ {
        where  @ > @ and not @ or -@ is null
        let    @ = case when @ then @ + 1 when @ then @ else @ end
        let    a = { @, @: @ }
        let    b = @(@, @ 1)[@].@
        let    c = [@, (@)]
        let    d = @ in @ ?? @ in [@]
        dedup  @ within 1h
      }

      features @ from @ by @, @ {
        where  @
        head   open
        @  = @(@, @ @) where @ over 1h, ever step 5m default 0 as @
        serve  on_read
        derive  @ = @
        @  = @(@) over 1h
      }

      snapshot @ from table "t" by @, @ string valid_from @ {
        @ string default "@"
        a int64, @ string
      }

      request @ {
        @ string
      }

      feature_set @ for @, @ {
        @  = @(@, @: @.@).@ enriched with @.@, @(@: @).{ @, @ as @ } fallback @(@).@
        @  = @.*
        derive  @ = @.@
        label   @ = @(@) where @ from @(@) within 1h default 0
        @  = @
      }

      model @ scores @, @ for @ {
        onnx      "m.onnx"
        features  @
        input     @ [ @, @ hashed 10 ]
      }

      test "@" {
        given  @
          | @ |
        at      2025-11-29T16:10:05Z
        expect  @(@: @) { @: @, @.@: @ within @ }
      }
      """;

  static List<String> keywords() {
    Vocabulary vocabulary = FeatLexer.VOCABULARY;
    return IntStream.rangeClosed(1, vocabulary.getMaxTokenType())
        .mapToObj(vocabulary::getLiteralName)
        .filter(literal -> literal != null && literal.matches("'\\w+'"))
        .map(literal -> literal.replace("'", ""))
        .toList();
  }

  static List<String> names() {
    return keywords().stream().filter(keyword -> !RESERVED.contains(keyword)).toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void isANameWhereverANameCanStand(String keyword) {
    assertThat(print(EVERYWHERE.replace("@", keyword))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void meansTheSameAsAnyOtherName(String keyword) {
    assertThat(tree(keyword)).isEqualTo(tree("anything").replace("anything", keyword));
  }

  @ParameterizedTest
  @MethodSource("names")
  void staysANameInAnotherLayout(String keyword) {
    String text = EVERYWHERE.replace("@", keyword);
    String formatted = FeatFormatter.format(SourceFile.of("test.feat", text)).text().orElseThrow();
    assertThat(print(formatted)).isEmpty();
    assertThat(TreeText.of(parse(formatted).file())).isEqualTo(tree(keyword));
  }

  @ParameterizedTest
  @MethodSource("reserved")
  void areKnown(String word) {
    assertThat(keywords()).contains(word);
    assertThat(print("view " + word + " from s { }")).contains("the reserved word `" + word + "`");
  }

  static List<String> reserved() {
    return RESERVED;
  }

  private static String tree(String name) {
    return TreeText.of(parse(EVERYWHERE.replace("@", name)).file());
  }

  private static String print(String text) {
    return new DiagnosticRenderer(false).render(parse(text).diagnostics());
  }

  private static ParseResult parse(String text) {
    return FeatParser.parse(SourceFile.of("test.feat", text));
  }
}
