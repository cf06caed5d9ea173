package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.DeriveDecl;
import dev.arabica.dsl.ast.EnrichedDecl;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.LabelDecl;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One feature set, statement by statement. */
final class FeatureSetBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final TargetBuilder targets;
  private final List<MemberDecl> members = new ArrayList<>();
  private final List<DeriveDecl> derives = new ArrayList<>();
  private final List<LabelDecl> labels = new ArrayList<>();

  FeatureSetBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.targets = new TargetBuilder(nodes);
  }

  FeatureSetDecl build(FeatParser.FeatureSetDeclContext context) {
    Nodes.statements(context.setBlock()).forEach(this::visit);
    return new FeatureSetDecl(
        nodes.doc(context),
        nodes.name(context.name()),
        nodes.names(context.names()),
        members,
        derives,
        labels,
        nodes.span(context));
  }

  @Override
  public Void visitMember(FeatParser.MemberContext context) {
    Optional<Target> fallback =
        Optional.ofNullable(context.fallback()).map(f -> targets.build(f.target()));
    members.add(
        new MemberDecl(
            nodes.doc(context),
            nodes.name(context.newName()),
            targets.build(context.target()),
            Optional.ofNullable(context.enriched()).map(this::enriched),
            fallback,
            nodes.span(context)));
    return null;
  }

  @Override
  public Void visitDerive(FeatParser.DeriveContext context) {
    derives.add(new ExprBuilder(nodes).derive(context));
    return null;
  }

  @Override
  public Void visitLabel(FeatParser.LabelContext context) {
    new LabelBuilder(nodes).build(context).ifPresent(labels::add);
    return null;
  }

  private EnrichedDecl enriched(FeatParser.EnrichedContext context) {
    return new EnrichedDecl(
        context.target().stream().map(targets::build).toList(), nodes.span(context));
  }
}
