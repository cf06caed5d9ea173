package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {
  private final SourceFile file = SourceFile.of("a.feat", "one\n\tt\u00e9o \uD83D\uDE00 x\n");

  private Diagnostic at(int start, int end) {
    return Diagnostic.warning(Codes.UNEXPECTED, new Span(file, start, end), "why", "do this");
  }

  @Test
  void pointsBehindTabsAndWideCharacters() {
    assertThat(new DiagnosticRenderer(false).render(at(12, 13)))
        .isEqualTo(
            """
            a.feat:2:8: warning F0110: why
              |
            2 |  t\u00e9o \uD83D\uDE00 x
              |        ^
              = hint: do this
            """);
  }

  @Test
  void underlinesOnlyTheFirstLineOfASpan() {
    assertThat(new DiagnosticRenderer(false).render(at(1, 8))).contains("1 | one\n  |  ^^\n");
  }

  @Test
  void showsThePlaceBehindTheLastCharacter() {
    int end = file.text().length();
    assertThat(new DiagnosticRenderer(false).render(at(end, end)))
        .startsWith("a.feat:3:1:")
        .contains("3 |\n  | ^\n");
  }

  @Test
  void coloursOnlyWhenAsked() {
    assertThat(new DiagnosticRenderer(true).render(at(0, 3))).contains("\u001b[1;33m^^^\u001b[0m");
    assertThat(new DiagnosticRenderer(false).render(at(0, 3))).doesNotContain("\u001b");
  }

  @Test
  void separatesDiagnosticsByALine() {
    assertThat(new DiagnosticRenderer(false).render(List.of(at(0, 1), at(1, 2))))
        .contains("= hint: do this\n\na.feat:1:2");
  }

  @Test
  void codesAreDistinct() {
    List<String> ids = Codes.all().stream().map(Code::id).toList();
    assertThat(new HashSet<>(ids)).hasSameSizeAs(ids);
    assertThat(ids).isSorted().allMatch(id -> id.matches("F01\\d\\d"));
  }
}
