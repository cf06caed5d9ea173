package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.ast.Cell;
import dev.arabica.dsl.ast.GivenDecl;
import dev.arabica.dsl.ast.TestDecl;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the rows of tables are cut into cells. */
class TableTest {
  /** Each cell in angle brackets, a quoted one with quotes inside them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\u0000',
      textBlock =
          """
          | a | b |                 ~ <a><b>
          |a|b|                     ~ <a><b>
          | a b  |    |             ~ <a b><>
          | "" | " " |              ~ <""><" ">
          | "a | b" | "c ""d"" e" | ~ <"a | b"><"c "d" e">
          | a \\| b | \\|\\| |        ~ <a | b><||>
          | "a \\| b" | a \\ b |     ~ <"a \\| b"><a \\ b>
          | 5" disk | a"b"c |       ~ <5" disk><a"b"c>
          | é 😀 | \t tab \t |       ~ <é 😀><tab>
          | a | b | // c | d        ~ <a><b>
          | a | b | /// d           ~ <a><b>
          | http://x | a // b |     ~ <http://x><a // b>
          | "// x" | / |            ~ <"// x"></>
          | # | ; |                 ~ <#><;>
          | { | [ |                 ~ <{><[>
          """)
  void cutsARow(String row, String cells) {
    assertThat(text(given("| x | y |\n" + row).rows().get(0))).isEqualTo(cells);
  }

  @Test
  void nullIsNotTheEmptyString() {
    List<Cell> row = given("| x | y |\n| | \"\" |").rows().get(0);
    assertThat(row).extracting(Cell::text).containsExactly("", "");
    assertThat(row).extracting(Cell::quoted).containsExactly(false, true);
  }

  @Test
  void aFirstCellMayBeEmptyBelowARow() {
    assertThat(text(given("| x | y |\n|| b |").rows().get(0))).isEqualTo("<><b>");
    assertThat(FeatParser.parse(file("view v from s {\n  where a\n  || b\n}")).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Codes.FOREIGN_SPELLING);
  }

  @Test
  void cellsKnowTheirPlaces() {
    GivenDecl given = given("| x |  y |\n\t| \"a b\"| c \\| d |");
    assertThat(given.header()).extracting(cell -> cell.span().text()).containsExactly("x", "y");
    assertThat(given.rows().get(0))
        .extracting(cell -> cell.span().text())
        .containsExactly("\"a b\"", "c \\| d");
  }

  @Test
  void readsRowsThatEndLikeThoseOfOtherSystems() {
    GivenDecl given = given("| x |\r\n| 1 |  \r\n| 2 |\r");
    assertThat(given.rows()).hasSize(2);
    assertThat(text(given.rows().get(1))).isEqualTo("<2>");
  }

  @Test
  void leavesARowOutThatDoesNotFit() {
    ParseResult result = parse("| x | y |\n| 1 |\n| 1 | 2 |");
    assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(Codes.BAD_ROW);
    assertThat(given(result).rows()).hasSize(1);
  }

  private static String text(List<Cell> cells) {
    return cells.stream()
        .map(cell -> cell.quoted() ? "\"" + cell.text() + "\"" : cell.text())
        .collect(Collectors.joining("><", "<", ">"));
  }

  private static GivenDecl given(String table) {
    ParseResult result = parse(table);
    assertThat(result.diagnostics()).isEmpty();
    return given(result);
  }

  private static GivenDecl given(ParseResult result) {
    return ((TestDecl) result.file().declarations().get(0)).givens().get(0);
  }

  private static ParseResult parse(String table) {
    return FeatParser.parse(file("test \"t\" {\n  given s\n" + table + "\n}\n"));
  }

  private static SourceFile file(String text) {
    return SourceFile.of("test.feat", text);
  }
}
