package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.grammar.FeatLexer;
import dev.arabica.dsl.grammar.SyntaxReader;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** What holds of every text, whatever it says. */
final class SyntaxCheck {
  private static final DiagnosticRenderer RENDERER = new DiagnosticRenderer(false);

  private SyntaxCheck() {}

  /** Diagnostics have a place and say something; what has none can be laid out. */
  static void check(SourceFile source) {
    ParseResult result = FeatParser.parse(source);
    result.diagnostics().forEach(diagnostic -> check(diagnostic, source));
    if (result.hasErrors()) {
      assertThat(FeatFormatter.format(source).text()).isEmpty();
    } else {
      checkLayout(source, result);
    }
  }

  private static void check(Diagnostic diagnostic, SourceFile source) {
    assertThat(diagnostic.span().file()).isSameAs(source);
    assertThat(diagnostic.span().end()).isLessThanOrEqualTo(source.text().length());
    String said = diagnostic.message().replaceAll("`[^`]*`", "");
    assertThat(said).isNotBlank().doesNotContain("null", "IDENT", "EOF", "mismatched", "viable");
    assertThat(RENDERER.render(diagnostic)).contains("^").matches("[^\\p{Cntrl}&&[^\\n]]*");
  }

  /**
   * The layout keeps the tree and the comments of a text without errors, and has nothing to add to
   * what it did.
   */
  private static void checkLayout(SourceFile source, ParseResult before) {
    String formatted = FeatFormatter.format(source).text().orElseThrow();
    SourceFile again = SourceFile.of("formatted.feat", formatted);
    ParseResult after = FeatParser.parse(again);
    String shown = "formatted:\n" + formatted + "\n----- original:\n" + source.text();
    assertThat(after.hasErrors()).as(shown).isFalse();
    assertThat(TreeText.of(after.file())).as(shown).isEqualTo(TreeText.of(before.file()));
    assertThat(comments(again)).as(shown).isEqualTo(comments(source));
    assertThat(FeatFormatter.format(again).text()).as(shown).hasValue(formatted);
  }

  static List<String> comments(SourceFile source) {
    return SyntaxReader.tokens(source).stream()
        .filter(SyntaxCheck::isComment)
        .map(comment -> comment.getText().stripTrailing())
        .toList();
  }

  static boolean isComment(Token token) {
    return token.getType() == FeatLexer.DOC || token.getType() == FeatLexer.COMMENT;
  }
}
