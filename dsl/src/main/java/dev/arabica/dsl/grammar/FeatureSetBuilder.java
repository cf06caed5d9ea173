package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.Selection;
import dev.arabica.dsl.ast.Target;
import java.util.List;
import java.util.Optional;

/** One feature set. */
final class FeatureSetBuilder {
  private final Nodes nodes;
  private final ExprBuilder exprs;

  FeatureSetBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.exprs = new ExprBuilder(nodes);
  }

  FeatureSetDecl build(FeatParser.FeatureSetDeclContext context) {
    List<MemberDecl> members =
        context.setBlock().member().stream().filter(Nodes::isWhole).map(this::member).toList();
    return new FeatureSetDecl(
        nodes.doc(context),
        nodes.name(context.name()),
        nodes.names(context.names()),
        members,
        List.of(),
        List.of(),
        nodes.span(context));
  }

  private MemberDecl member(FeatParser.MemberContext context) {
    return new MemberDecl(
        nodes.doc(context),
        nodes.name(context.newName()),
        target(context),
        Optional.empty(),
        Optional.empty(),
        nodes.span(context));
  }

  private Target target(FeatParser.MemberContext context) {
    Name name = nodes.name(context.name());
    return new Target(
        name,
        Optional.of(context.bindings().binding().stream().map(this::binding).toList()),
        Optional.ofNullable(context.selection()).map(this::selection),
        name.span().to(nodes.span(context)));
  }

  private Selection selection(FeatParser.SelectionContext selection) {
    if (selection.STAR() != null) {
      return new Selection.All(nodes.span(selection));
    }
    return selection.name() != null
        ? new Selection.One(nodes.name(selection.name()), nodes.span(selection))
        : new Selection.Several(nodes.renamed(selection.renamed()), nodes.span(selection));
  }

  private KeyBinding binding(FeatParser.BindingContext context) {
    FeatParser.PathContext key = context.path(0);
    boolean named = context.COLON() != null;
    Expr value = exprs.build(named ? context.path(1) : key);
    if (named && key.name().size() > 1) {
      nodes.error(
          Codes.UNEXPECTED,
          nodes.span(key),
          "expected the name of a key before `:` but found a path",
          "write `group_key: value`");
    }
    return new KeyBinding(groupKey(value, key, named), value, nodes.span(context));
  }

  /** The key named before the colon; without one, the last name of the value. */
  private Name groupKey(Expr value, FeatParser.PathContext key, boolean named) {
    return !named && value instanceof NameExpr name
        ? name.name()
        : nodes.name(key.name(key.name().size() - 1));
  }
}
