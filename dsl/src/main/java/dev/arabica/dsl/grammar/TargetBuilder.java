package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import dev.arabica.dsl.ast.Selection;
import dev.arabica.dsl.ast.Target;
import java.util.List;
import java.util.Optional;

/** What a feature set reads: of what, by which keys, and which parts of it. */
final class TargetBuilder {
  private final Nodes nodes;
  private final ExprBuilder exprs;

  TargetBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.exprs = new ExprBuilder(nodes);
  }

  Target build(FeatParser.TargetContext context) {
    return new Target(
        nodes.name(context.name()),
        Optional.ofNullable(context.bindings()).map(this::bindings),
        Optional.ofNullable(context.selection()).map(this::selection),
        nodes.span(context));
  }

  List<KeyBinding> bindings(FeatParser.BindingsContext context) {
    return context.binding().stream().map(this::binding).toList();
  }

  private Selection selection(FeatParser.SelectionContext context) {
    if (context.STAR() != null) {
      return new Selection.All(nodes.span(context));
    }
    return context.name() != null
        ? new Selection.One(nodes.name(context.name()), nodes.span(context))
        : new Selection.Several(nodes.renamed(context.renamed()), nodes.span(context));
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
