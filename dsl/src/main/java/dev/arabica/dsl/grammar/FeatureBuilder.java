package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.ast.AnchorDecl;
import dev.arabica.dsl.ast.AnchorDecl.Anchor;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.LiteralExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.WindowRef;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** One feature, clause by clause. */
final class FeatureBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final ExprBuilder exprs;
  private final Literals literals;
  private final Once<Expr> where;
  private final Once<List<WindowRef>> windows;
  private final Once<DurationExpr> step;
  private final Once<AnchorDecl> anchor;
  private final Once<Expr> defaultValue;
  private final Once<Name> as;

  FeatureBuilder(Nodes nodes) {
    this.nodes = nodes;
    exprs = new ExprBuilder(nodes);
    literals = new Literals(nodes);
    where = new Once<>(nodes, "where");
    windows = new Once<>(nodes, "over");
    step = new Once<>(nodes, "step");
    anchor = new Once<>(nodes, "anchor");
    defaultValue = new Once<>(nodes, "default");
    as = new Once<>(nodes, "as");
  }

  /** The feature, unless it has no window, which is an error. */
  Optional<FeatureDecl> build(FeatParser.FeatureContext context) {
    context.featureClause().forEach(this::visit);
    if (windows.get().isEmpty()) {
      noWindow(context);
    }
    return windows.get().map(given -> feature(context, given));
  }

  private FeatureDecl feature(FeatParser.FeatureContext context, List<WindowRef> given) {
    return new FeatureDecl(
        nodes.doc(context),
        nodes.name(context.label()),
        exprs.call(context.name(), context.arguments()),
        where.get(),
        given,
        step.get(),
        anchor.get(),
        defaultValue.get(),
        as.get(),
        false,
        nodes.span(context));
  }

  private void noWindow(FeatParser.FeatureContext context) {
    nodes.error(
        Codes.MISSING,
        nodes.span(context.label()),
        "feature `" + Shown.text(context.label().getText()) + "` has no window",
        "say over how long, such as `over 1h, 7d`");
  }

  /** A filter behind the windows could as well be meant for the group, so it is neither. */
  @Override
  public Void visitWhereClause(FeatParser.WhereClauseContext context) {
    if (windows.get().isPresent()) {
      nodes.error(
          Codes.UNEXPECTED,
          nodes.span(context.getStart()),
          "`where` stands before `over`",
          "the filter of a whole group is the first line of its block");
    }
    where.set(
        exprs.build(context.expr()), nodes.span(context), "join the two conditions with `and`");
    return null;
  }

  @Override
  public Void visitOverClause(FeatParser.OverClauseContext context) {
    List<WindowRef> given =
        context.DURATION().stream()
            .map(TerminalNode::getSymbol)
            .map(literals::duration)
            .<WindowRef>map(WindowRef.Of::new)
            .toList();
    windows.set(given, nodes.span(context), "list the windows: `over 1h, 7d`");
    return null;
  }

  @Override
  public Void visitStepClause(FeatParser.StepClauseContext context) {
    step.set(literals.duration(context.DURATION().getSymbol()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitAnchorClause(FeatParser.AnchorClauseContext context) {
    Anchor which = context.REQUEST() != null ? Anchor.REQUEST : Anchor.WATERMARK;
    anchor.set(new AnchorDecl(which, nodes.span(context)), nodes.span(context));
    return null;
  }

  @Override
  public Void visitDefaultClause(FeatParser.DefaultClauseContext context) {
    Token value = context.literal().getStart();
    LiteralExpr literal =
        context.MINUS() == null
            ? literals.literal(value)
            : literals.negative(context.MINUS().getSymbol(), value);
    defaultValue.set(literal, nodes.span(context));
    return null;
  }

  @Override
  public Void visitAsClause(FeatParser.AsClauseContext context) {
    as.set(nodes.name(context.name()), nodes.span(context));
    return null;
  }
}
