package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.ast.ImportDecl;
import dev.arabica.dsl.ast.ImportSelection;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Renamed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Imports. The grammar leaves it open which steps of a path are names; all but the last are. */
final class ImportBuilder {
  private final Nodes nodes;

  ImportBuilder(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The import, unless its path is no path. */
  Optional<ImportDecl> build(FeatParser.ImportDeclContext context) {
    List<FeatParser.ImportStepContext> steps = context.importStep();
    FeatParser.ImportStepContext last = steps.get(steps.size() - 1);
    List<FeatParser.NameContext> path = new ArrayList<>(List.of(context.name(0)));
    for (FeatParser.ImportStepContext step : steps.subList(0, steps.size() - 1)) {
      if (step.name() == null) {
        notLast(step);
        return Optional.empty();
      }
      path.add(step.name());
    }
    Optional<Name> as = Optional.ofNullable(context.name(1)).map(nodes::name);
    if (as.isPresent() && last.name() == null) {
      renamesSeveral(as.get());
      return Optional.empty();
    }
    return Optional.of(new ImportDecl(nodes.path(path), selection(last, as), nodes.span(context)));
  }

  private ImportSelection selection(FeatParser.ImportStepContext last, Optional<Name> as) {
    if (last.STAR() != null) {
      return new ImportSelection.All(nodes.span(last));
    }
    List<Renamed> names =
        last.name() == null
            ? nodes.renamed(last.renamed())
            : List.of(new Renamed(nodes.name(last.name()), as));
    return new ImportSelection.Several(names, nodes.span(last));
  }

  private void notLast(ParserRuleContext step) {
    nodes.error(
        Codes.UNEXPECTED,
        nodes.span(step),
        "expected a name but found " + Shown.token(step.getStart()),
        "what is imported comes last: `import shop.items.*`");
  }

  private void renamesSeveral(Name as) {
    nodes.error(
        Codes.UNEXPECTED,
        as.span(),
        "`as` renames one declaration",
        "write it inside the braces: `import shop.events.{ clicks as taps }`");
  }
}
