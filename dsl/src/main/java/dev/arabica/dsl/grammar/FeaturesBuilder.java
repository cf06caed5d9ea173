package dev.arabica.dsl.grammar;

import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.DeriveDecl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.HeadDecl;
import dev.arabica.dsl.ast.HeadDecl.Head;
import dev.arabica.dsl.ast.ServeDecl;
import dev.arabica.dsl.ast.ServeDecl.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One feature group, statement by statement. */
final class FeaturesBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final ExprBuilder exprs;
  private final Once<HeadDecl> head;
  private final Once<ServeDecl> serve;
  private final List<FeatureDecl> features = new ArrayList<>();
  private final List<DeriveDecl> derives = new ArrayList<>();

  FeaturesBuilder(Nodes nodes) {
    this.nodes = nodes;
    exprs = new ExprBuilder(nodes);
    head = new Once<>(nodes, "head");
    serve = new Once<>(nodes, "serve");
  }

  FeaturesDecl build(FeatParser.FeaturesDeclContext context) {
    FeatParser.FeaturesBlockContext block = context.featuresBlock();
    Nodes.statements(block).forEach(this::visit);
    return new FeaturesDecl(
        nodes.doc(context),
        nodes.name(context.name(0)),
        nodes.name(context.name(1)),
        nodes.names(context.names()),
        Optional.ofNullable(block.groupWhere())
            .filter(Nodes::isWhole)
            .map(where -> exprs.build(where.expr())),
        head.get(),
        serve.get(),
        features,
        derives,
        nodes.span(context));
  }

  /** Built apart, since there is only one. */
  @Override
  public Void visitGroupWhere(FeatParser.GroupWhereContext context) {
    return null;
  }

  @Override
  public Void visitFeature(FeatParser.FeatureContext context) {
    new FeatureBuilder(nodes).build(context).ifPresent(features::add);
    return null;
  }

  @Override
  public Void visitHead(FeatParser.HeadContext context) {
    Span span = nodes.span(context);
    head.set(new HeadDecl(context.OPEN() != null ? Head.OPEN : Head.CLOSED, span), span);
    return null;
  }

  @Override
  public Void visitServe(FeatParser.ServeContext context) {
    Span span = nodes.span(context);
    Mode mode = context.ASSEMBLED() != null ? Mode.ASSEMBLED : Mode.ON_READ;
    Optional<DurationExpr> every =
        Optional.ofNullable(context.DURATION())
            .map(duration -> new Literals(nodes).duration(duration.getSymbol()));
    serve.set(new ServeDecl(mode, every, span), span);
    return null;
  }

  @Override
  public Void visitDerive(FeatParser.DeriveContext context) {
    derives.add(exprs.derive(context));
    return null;
  }
}
