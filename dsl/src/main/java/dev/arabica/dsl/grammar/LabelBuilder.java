package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Codes;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.LabelDecl;
import java.util.Optional;

/** One label, clause by clause. */
final class LabelBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final ExprBuilder exprs;
  private final Once<Expr> where;
  private final Once<FeatParser.LabelFromContext> from;
  private final Once<DurationExpr> within;
  private final Once<Expr> defaultValue;

  LabelBuilder(Nodes nodes) {
    this.nodes = nodes;
    exprs = new ExprBuilder(nodes);
    where = new Once<>(nodes, "where");
    from = new Once<>(nodes, "from");
    within = new Once<>(nodes, "within");
    defaultValue = new Once<>(nodes, "default");
  }

  /** The label, unless it has no events or no end, which is an error. */
  Optional<LabelDecl> build(FeatParser.LabelContext context) {
    context.labelClause().forEach(this::visit);
    if (from.get().isEmpty()) {
      missing(context, "`from`", "say whose events decide it, as in `from clicks(user_id)`");
    } else if (within.get().isEmpty()) {
      missing(context, "`within`", "say how long after the request, as in `within 30m`");
    }
    return from.get().flatMap(events -> within.get().map(length -> label(context, events, length)));
  }

  private LabelDecl label(
      FeatParser.LabelContext context, FeatParser.LabelFromContext events, DurationExpr length) {
    return new LabelDecl(
        nodes.doc(context),
        nodes.name(context.newName()),
        exprs.call(context.name(), context.arguments()),
        where.get(),
        nodes.name(events.name()),
        new TargetBuilder(nodes).bindings(events.bindings()),
        length,
        defaultValue.get(),
        nodes.span(context));
  }

  private void missing(FeatParser.LabelContext context, String clause, String hint) {
    String name = Shown.text(context.newName().getText());
    nodes.error(
        Codes.MISSING,
        nodes.span(context.newName()),
        "label `" + name + "` has no " + clause,
        hint);
  }

  @Override
  public Void visitLabelWhere(FeatParser.LabelWhereContext context) {
    where.set(
        exprs.build(context.expr()), nodes.span(context), "join the two conditions with `and`");
    return null;
  }

  @Override
  public Void visitLabelFrom(FeatParser.LabelFromContext context) {
    from.set(context, nodes.span(context));
    return null;
  }

  @Override
  public Void visitLabelWithin(FeatParser.LabelWithinContext context) {
    DurationExpr length = new Literals(nodes).duration(context.DURATION().getSymbol());
    within.set(length, nodes.span(context));
    return null;
  }

  @Override
  public Void visitLabelDefault(FeatParser.LabelDefaultContext context) {
    defaultValue.set(new DefaultBuilder(nodes).build(context.defaultValue()), nodes.span(context));
    return null;
  }
}
