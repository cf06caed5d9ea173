package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Cell;
import dev.arabica.dsl.ast.GivenDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What is given, with its table. A row that does not fit the header is left out. */
final class TableBuilder {
  private final Nodes nodes;

  TableBuilder(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The table, unless its header has an error. */
  Optional<GivenDecl> build(FeatParser.GivenContext context) {
    List<List<Cell>> rows = new ArrayList<>();
    List<TerminalNode> lines = context.ROW();
    Optional<List<Cell>> header = header(lines.get(0).getSymbol());
    for (TerminalNode line : lines.subList(1, lines.size())) {
      Optional<List<Cell>> row = row(line.getSymbol());
      header
          .flatMap(names -> row.filter(cells -> fits(cells, names, line.getSymbol())))
          .ifPresent(rows::add);
    }
    return header.map(
        names -> new GivenDecl(nodes.name(context.name()), names, rows, nodes.span(context)));
  }

  private Optional<List<Cell>> header(Token line) {
    Optional<List<Cell>> header = row(line);
    boolean unnamed =
        header.isPresent()
            && (header.get().isEmpty() || header.get().stream().anyMatch(c -> c.text().isEmpty()));
    if (unnamed) {
      nodes.error(
          Codes.BAD_ROW,
          nodes.span(line),
          "each column of a table has a name",
          "the first row names them, as in `| user_id | at |`");
    }
    return header.filter(cells -> !unnamed);
  }

  private boolean fits(List<Cell> cells, List<Cell> header, Token line) {
    if (cells.size() == header.size()) {
      return true;
    }
    nodes.error(
        Codes.BAD_ROW,
        nodes.span(line),
        "the row has %s, and the header has %d".formatted(count(cells.size()), header.size()),
        "a pipe inside a cell is written `\\|`, or the cell stands in quotes");
    return false;
  }

  private static String count(int cells) {
    return cells == 1 ? "1 cell" : cells + " cells";
  }

  private Optional<List<Cell>> row(Token line) {
    List<Cell> cells = new ArrayList<>();
    int start = line.getStartIndex();
    for (TableRow.Part part : TableRow.cells(line.getText())) {
      Span span = new Span(nodes.source(), start + part.start(), start + part.end());
      if (part.flaw() != TableRow.Flaw.NONE) {
        report(part.flaw(), span);
        return Optional.empty();
      }
      cells.add(new Cell(part.value(), part.quoted(), span));
    }
    return Optional.of(cells);
  }

  private void report(TableRow.Flaw flaw, Span span) {
    switch (flaw) {
      case UNTERMINATED ->
          nodes.error(
              Codes.UNTERMINATED_STRING,
              span,
              "the quotes around the cell are not closed",
              "a quote inside a quoted cell is written twice: `\"\"`");
      case MORE_BEHIND_QUOTE ->
          nodes.error(
              Codes.BAD_ROW,
              span,
              "more stands in the cell than the quotes hold",
              "quotes stand around a whole cell; one inside them is written twice: `\"\"`");
      default ->
          nodes.error(Codes.BAD_ROW, span, "the row does not end with `|`", "write `|` behind it");
    }
  }
}
