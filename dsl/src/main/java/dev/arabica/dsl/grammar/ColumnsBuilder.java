package dev.arabica.dsl.grammar;

import dev.arabica.dsl.ast.ColumnDecl;
import dev.arabica.dsl.ast.Expr;
import dev.arabica.dsl.ast.KeyDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.RequestDecl;
import dev.arabica.dsl.ast.SnapshotDecl;
import dev.arabica.dsl.ast.TypeRef;
import java.util.List;
import java.util.Optional;

/** What has columns with a type and a default: snapshots and requests. */
final class ColumnsBuilder {
  private final Nodes nodes;
  private final TypeBuilder types;

  ColumnsBuilder(Nodes nodes) {
    this.nodes = nodes;
    this.types = new TypeBuilder(nodes);
  }

  SnapshotDecl snapshot(FeatParser.SnapshotDeclContext context) {
    return new SnapshotDecl(
        nodes.doc(context),
        nodes.name(context.name(0)),
        new Literals(nodes).string(context.STRING().getSymbol()),
        context.key().stream().map(this::key).toList(),
        nodes.name(context.name(1)),
        columns(context.columnBlock()),
        nodes.span(context));
  }

  RequestDecl request(FeatParser.RequestDeclContext context) {
    return new RequestDecl(
        nodes.doc(context),
        nodes.name(context.name()),
        columns(context.columnBlock()),
        nodes.span(context));
  }

  private KeyDecl key(FeatParser.KeyContext context) {
    Optional<TypeRef> type = Optional.ofNullable(context.type()).map(types::type);
    return new KeyDecl(nodes.name(context.name()), type);
  }

  private List<ColumnDecl> columns(FeatParser.ColumnBlockContext context) {
    return context.column().stream().filter(Nodes::isWhole).map(this::column).toList();
  }

  private ColumnDecl column(FeatParser.ColumnContext context) {
    Name name = nodes.name(context.word());
    TypeRef type = types.type(context.type());
    Optional<Expr> defaultValue =
        Optional.ofNullable(context.defaultValue()).map(new DefaultBuilder(nodes)::build);
    return new ColumnDecl(
        nodes.doc(context),
        name,
        type,
        defaultValue,
        name.span().to(defaultValue.map(Expr::span).orElse(type.span())));
  }
}
