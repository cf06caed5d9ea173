package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which line a comment that silences warnings is about. */
class AllowTest {
  @Test
  void behindAStatementItIsAboutItsLine() {
    assertThat(allows("view v from s {\n  let a = 1 // allow F0301\n  let b = 2\n}\n"))
        .containsExactly("2 [F0301]");
  }

  @Test
  void aloneItIsAboutTheNextLine() {
    assertThat(allows("// allow F0301\nview v from s {\n  let a = 1\n  // allow F0302\n}\n"))
        .containsExactly("2 [F0301]", "5 [F0302]");
  }

  @Test
  void commentsAloneStackUp() {
    assertThat(allows("// allow F0301\n// why\n/// doc\n// allow F0302\nview v from s { }\n"))
        .containsExactly("5 [F0301]", "5 [F0302]");
  }

  @Test
  void anEmptyLineParts() {
    assertThat(allows("// allow F0301\n\nview v from s { }\n")).containsExactly("2 [F0301]");
    assertThat(allows("// allow F0301")).containsExactly("1 [F0301]");
  }

  @Test
  void namesSeveralCodesAndAReason() {
    assertThat(allows("//allow  F0301 ,F0302: of no use, F0303\nview v from s { }\n"))
        .containsExactly("2 [F0301, F0302]");
    assertThat(allows("view v from s { } // allow F0301, F0301 because\n"))
        .containsExactly("1 [F0301]");
  }

  @Test
  void otherCommentsAreComments() {
    assertThat(allows("// allow nothing\n/// allow F0301\n// allowF0301\n// we allow F0301\n"))
        .isEmpty();
  }

  @Test
  void aTableHasThemToo() {
    String table = "test \"t\" {\n  given s\n    | a |\n    | 1 |  // allow F0301\n}\n";
    assertThat(allows(table)).containsExactly("4 [F0301]");
  }

  @Test
  void readsAVeryLongOne() {
    assertThat(allows("// allow F0301" + ", F0302".repeat(100_000) + "\nview v from s { }"))
        .containsExactly("2 [F0301, F0302]");
  }

  private static List<String> allows(String text) {
    return FeatParser.parse(SourceFile.of("test.feat", text)).allows().stream()
        .map(allow -> allow.line() + " " + sorted(allow.codes()))
        .toList();
  }

  private static List<String> sorted(Set<String> codes) {
    return codes.stream().sorted().toList();
  }
}
