package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.PackageDecl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.ParserRuleContext;

/** The parse tree of a file to its syntax tree. */
final class FileBuilder extends FeatBaseVisitor<Decl> {
  private final Nodes nodes;

  FileBuilder(Nodes nodes) {
    this.nodes = nodes;
  }

  FeatFile build(FeatParser.FileContext context) {
    List<Decl> declarations =
        context.declaration().stream()
            .map(declaration -> (ParserRuleContext) declaration.getChild(0))
            .filter(Nodes::isWhole)
            .map(this::visit)
            .toList();
    Optional<PackageDecl> packageDecl =
        Optional.ofNullable(context.packageDecl()).filter(Nodes::isWhole).map(this::packageDecl);
    return new FeatFile(nodes.source(), packageDecl, List.of(), declarations);
  }

  private PackageDecl packageDecl(FeatParser.PackageDeclContext context) {
    List<Name> parts = context.name().stream().map(nodes::name).toList();
    String path = parts.stream().map(Name::text).collect(Collectors.joining("."));
    Name name = new Name(path, parts.get(0).span().to(parts.get(parts.size() - 1).span()));
    return new PackageDecl(name, nodes.span(context));
  }

  @Override
  public Decl visitSourceDecl(FeatParser.SourceDeclContext context) {
    return new SourceBuilder(nodes).build(context);
  }

  @Override
  public Decl visitViewDecl(FeatParser.ViewDeclContext context) {
    return new ViewBuilder(nodes).build(context);
  }

  @Override
  public Decl visitFeaturesDecl(FeatParser.FeaturesDeclContext context) {
    return new FeaturesBuilder(nodes).build(context);
  }

  @Override
  public Decl visitFeatureSetDecl(FeatParser.FeatureSetDeclContext context) {
    return new FeatureSetBuilder(nodes).build(context);
  }
}
