package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import java.util.List;
import java.util.Optional;

/** One feature group. */
final class FeaturesBuilder {
  private final Nodes nodes;

  FeaturesBuilder(Nodes nodes) {
    this.nodes = nodes;
  }

  FeaturesDecl build(FeatParser.FeaturesDeclContext context) {
    FeatParser.FeaturesBlockContext block = context.featuresBlock();
    return new FeaturesDecl(
        nodes.doc(context),
        nodes.name(context.name(0)),
        nodes.name(context.name(1)),
        nodes.names(context.names()),
        Optional.ofNullable(block.groupWhere())
            .filter(Nodes::isWhole)
            .map(where -> new ExprBuilder(nodes).build(where.expr())),
        Optional.empty(),
        Optional.empty(),
        features(block),
        List.of(),
        nodes.span(context));
  }

  private List<FeatureDecl> features(FeatParser.FeaturesBlockContext block) {
    return block.feature().stream()
        .filter(Nodes::isWhole)
        .flatMap(feature -> new FeatureBuilder(nodes).build(feature).stream())
        .toList();
  }
}
