package dev.arabica.compiler;

import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.Cell;
import dev.arabica.dsl.ast.GivenDecl;
import dev.arabica.intake.CsvField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a table of a test against what is declared, and reads its cells as a CSV file's. */
final class GivenChecker {
  private final GivenDecl decl;
  private final TestTable table;
  private final Damage damage;
  private final Findings findings;

  GivenChecker(GivenDecl decl, TestTable table, Damage damage, Findings findings) {
    this.decl = decl;
    this.table = table;
    this.damage = damage;
    this.findings = findings;
  }

  /** The rows, to be used only if there is no error. */
  SpecTest.Given check() {
    Map<String, Integer> positions = positions();
    requireColumns();
    boolean isOneRow = decl.rows().size() == 1 || damage.isIn(decl.span());
    if (table.input() == SpecTest.Input.REQUEST && !isOneRow) {
      error(
          decl.name().span(),
          "a test asks with one row of `%s`, and here are %d"
              .formatted(decl.name().text(), decl.rows().size()),
          Optional.of("write a test for each"));
    }
    List<SpecTest.Row> rows = new ArrayList<>();
    for (List<Cell> cells : decl.rows()) {
      rows.add(row(cells, positions));
    }
    return new SpecTest.Given(
        table.input(),
        table.name(),
        table.columns().stream().map(TestTable.Column::field).toList(),
        rows,
        decl.name().span());
  }

  /** Where each column stands. */
  private Map<String, Integer> positions() {
    Map<String, Integer> positions = new HashMap<>();
    List<String> names = table.names();
    for (int i = 0; i < decl.header().size(); i++) {
      Cell cell = decl.header().get(i);
      if (positions.putIfAbsent(cell.text(), i) != null) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            cell.span(),
            "column `" + cell.text() + "` stands twice in the table");
      } else if (!names.contains(cell.text()) && !table.mayHide().test(cell.text())) {
        findings.error(
            CompilerCodes.UNKNOWN_COLUMN,
            cell.span(),
            "`%s` has no column `%s`".formatted(decl.name().text(), cell.text()),
            () ->
                Suggestions.hint(cell.text(), names)
                    .or(() -> Optional.of("it has " + Findings.listing(names))));
      }
    }
    return positions;
  }

  private void requireColumns() {
    Set<String> present = new HashSet<>();
    decl.header().forEach(cell -> present.add(cell.text()));
    List<String> needed =
        table.columns().stream()
            .filter(TestTable.Column::isRequired)
            .map(TestTable.Column::name)
            .filter(name -> !present.contains(name))
            .toList();
    if (!needed.isEmpty()) {
      error(
          decl.name().span(),
          "the table lacks %s of `%s`".formatted(Findings.listing(needed), decl.name().text()),
          Optional.of("a column may be left out if it is declared with `?` or a default"));
    }
  }

  private SpecTest.Row row(List<Cell> cells, Map<String, Integer> positions) {
    Span line = cells.get(0).span().to(cells.get(cells.size() - 1).span());
    List<SpecTest.Cell> values = new ArrayList<>();
    for (TestTable.Column column : table.columns()) {
      Integer at = positions.get(column.name());
      values.add(
          at == null
              ? new SpecTest.Cell(absent(column), line)
              : new SpecTest.Cell(value(cells.get(at), column), cells.get(at).span()));
    }
    return new SpecTest.Row(values, line);
  }

  private Object value(Cell cell, TestTable.Column column) {
    if (cell.text().isEmpty() && !cell.quoted()) {
      if (column.isRequired()) {
        error(
            cell.span(),
            "`" + column.name() + "` is never null",
            Optional.of("write `\"\"` for the empty string")
                .filter(hint -> column.field().type() == Type.STRING));
      }
      return absent(column);
    }
    CsvField.Read read =
        CsvField.read(cell.text(), column.field().type(), column.encoding(), column.name());
    read.problem().ifPresent(problem -> error(cell.span(), problem, Optional.empty()));
    return read.value();
  }

  private static Object absent(TestTable.Column column) {
    return column.defaultValue().map(literal -> literal.value()).orElse(null);
  }

  private void error(Span span, String message, Optional<String> hint) {
    findings.error(CompilerCodes.BAD_TABLE, span, message, () -> hint);
  }
}
