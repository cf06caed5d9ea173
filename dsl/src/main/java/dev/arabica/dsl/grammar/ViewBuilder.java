package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.DedupDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.LetDecl;
import dev.arabica.dsl.ast.ViewDecl;
import java.util.ArrayList;
import java.util.List;

/** One view, member by member. */
final class ViewBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final ExprBuilder exprs;
  private final Once<Expr> where;
  private final Once<DedupDecl> dedup;
  private final List<LetDecl> lets = new ArrayList<>();

  ViewBuilder(Nodes nodes) {
    this.nodes = nodes;
    exprs = new ExprBuilder(nodes);
    where = new Once<>(nodes, "where");
    dedup = new Once<>(nodes, "dedup");
  }

  ViewDecl build(FeatParser.ViewDeclContext context) {
    context.viewBlock().viewMember().stream().filter(Nodes::isWhole).forEach(this::visit);
    return new ViewDecl(
        nodes.doc(context),
        nodes.name(context.name(0)),
        context.name().stream().skip(1).map(nodes::name).toList(),
        where.get(),
        lets,
        dedup.get(),
        nodes.span(context));
  }

  @Override
  public Void visitWhereMember(FeatParser.WhereMemberContext context) {
    where.set(
        exprs.build(context.expr()), nodes.span(context), "join the two conditions with `and`");
    return null;
  }

  @Override
  public Void visitLetMember(FeatParser.LetMemberContext context) {
    lets.add(
        new LetDecl(
            nodes.doc(context),
            nodes.name(context.name()),
            exprs.build(context.expr()),
            nodes.span(context)));
    return null;
  }

  @Override
  public Void visitViewDedupMember(FeatParser.ViewDedupMemberContext context) {
    DurationExpr within = new Literals(nodes).duration(context.DURATION().getSymbol());
    dedup.set(
        new DedupDecl(nodes.names(context.names()), within, nodes.span(context)),
        nodes.span(context));
    return null;
  }
}
