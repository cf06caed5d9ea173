package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.InputDecl;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.ModelDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.StringExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One model, member by member. */
final class ModelBuilder extends FeatBaseVisitor<Void> {
  private final Nodes nodes;
  private final Literals literals;
  private final Once<StringExpr> onnx;
  private final Once<Name> features;
  private final List<InputDecl> inputs = new ArrayList<>();

  ModelBuilder(Nodes nodes) {
    this.nodes = nodes;
    literals = new Literals(nodes);
    onnx = new Once<>(nodes, "onnx");
    features = new Once<>(nodes, "features");
  }

  ModelDecl build(FeatParser.ModelDeclContext context) {
    Nodes.statements(context.modelBlock()).forEach(this::visit);
    return new ModelDecl(
        nodes.doc(context),
        nodes.name(context.name()),
        nodes.names(context.names(0)),
        nodes.names(context.names(1)),
        onnx.get(),
        features.get(),
        inputs,
        nodes.span(context));
  }

  @Override
  public Void visitOnnxMember(FeatParser.OnnxMemberContext context) {
    onnx.set(literals.string(context.STRING().getSymbol()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitFeaturesMember(FeatParser.FeaturesMemberContext context) {
    features.set(nodes.name(context.name()), nodes.span(context));
    return null;
  }

  @Override
  public Void visitInputMember(FeatParser.InputMemberContext context) {
    List<InputDecl.Item> items = context.items().item().stream().map(this::item).toList();
    inputs.add(new InputDecl(nodes.name(context.name()), items, nodes.span(context)));
    return null;
  }

  private InputDecl.Item item(FeatParser.ItemContext context) {
    Optional<IntExpr> hashed =
        Optional.ofNullable(context.INT()).map(number -> literals.integer(number.getSymbol()));
    return new InputDecl.Item(
        new ExprBuilder(nodes).build(context.expr()), hashed, nodes.span(context));
  }
}
