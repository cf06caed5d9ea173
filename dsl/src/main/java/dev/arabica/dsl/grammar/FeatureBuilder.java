package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.ast.AnchorDecl;
import dev.arabica.dsl.ast.AnchorDecl.Anchor;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.WindowRef;
import java.util.List;
import java.util.Optional;

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
  private final Once<Boolean> allow;

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
    allow = new Once<>(nodes, "allow partial");
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
        nodes.name(context.newName()),
        exprs.call(context.name(), context.arguments()),
        where.get(),
        given,
        step.get(),
        anchor.get(),
        defaultValue.get(),
        as.get(),
        allow.get().isPresent(),
        nodes.span(context));
  }

  private void noWindow(FeatParser.FeatureContext context) {
    nodes.error(
        Codes.MISSING,
        nodes.span(context.newName()),
        "feature `" + Shown.text(context.newName().getText()) + "` has no window",
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
    List<WindowRef> given = context.window().stream().map(this::window).toList();
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
    Expr value = new DefaultBuilder(nodes).build(context.defaultValue());
    defaultValue.set(value, nodes.span(context));
    return null;
  }

  @Override
  public Void visitAsClause(FeatParser.AsClauseContext context) {
    as.set(nodes.name(context.name()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitAllowClause(FeatParser.AllowClauseContext context) {
    allow.set(true, nodes.span(context));
    return null;
  }

  private WindowRef window(FeatParser.WindowContext context) {
    return context.EVER() == null
        ? new WindowRef.Of(literals.duration(context.getStart()))
        : new WindowRef.Ever(nodes.span(context));
  }
}
