package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.ImportDecl;
import dev.arabica.dsl.ast.PackageDecl;
import java.util.List;
import java.util.Optional;
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
    return new FeatFile(nodes.source(), packageDecl, imports(context), declarations);
  }

  private List<ImportDecl> imports(FeatParser.FileContext context) {
    ImportBuilder imports = new ImportBuilder(nodes);
    return context.importDecl().stream()
        .filter(Nodes::isWhole)
        .flatMap(declaration -> imports.build(declaration).stream())
        .toList();
  }

  private PackageDecl packageDecl(FeatParser.PackageDeclContext context) {
    return new PackageDecl(nodes.path(context.name()), nodes.span(context));
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
  public Decl visitSnapshotDecl(FeatParser.SnapshotDeclContext context) {
    return new ColumnsBuilder(nodes).snapshot(context);
  }

  @Override
  public Decl visitRequestDecl(FeatParser.RequestDeclContext context) {
    return new ColumnsBuilder(nodes).request(context);
  }

  @Override
  public Decl visitModelDecl(FeatParser.ModelDeclContext context) {
    return new ModelBuilder(nodes).build(context);
  }

  @Override
  public Decl visitTestDecl(FeatParser.TestDeclContext context) {
    return new TestBuilder(nodes).build(context);
  }

  @Override
  public Decl visitFeatureSetDecl(FeatParser.FeatureSetDeclContext context) {
    return new FeatureSetBuilder(nodes).build(context);
  }
}
